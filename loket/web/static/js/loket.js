// The one script of every page. Everything works without it; each module makes one thing more pleasant.
import { startPrinting } from "./cetak.js";
import { startDrafts } from "./draf.js";
import { startFocus } from "./fokus.js";
import { startForms } from "./isian.js";
import { startShortcuts } from "./pintasan.js";
import { startRows } from "./barisan.js";
import { startUploads } from "./unggah.js";

startFocus();
startShortcuts();
startForms();
startRows();
startDrafts();
startUploads();
startPrinting();
