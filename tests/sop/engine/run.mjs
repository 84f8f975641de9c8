// Runs a process once for each set of answers and says which tasks it came to, and what was answered there.
// In: {bpmn, paths: [{task id: {variable, outcomes}}]}. Out: [[[task id, outcome], ...] or {error}, ...].
import { EventEmitter, once } from 'node:events';
import { text } from 'node:stream/consumers';
import { runInNewContext } from 'node:vm';
import { Engine } from 'bpmn-engine';

const TOO_MANY = 200;

// The engine's own scripts call back; a condition is an expression, whose value is the answer.
const conditions = {
  register() {},
  getScript(language, { behaviour }) {
    if (language !== 'javascript') return undefined;
    return {
      execute({ environment }, callback) {
        try {
          callback(null, runInNewContext(behaviour.conditionExpression.body, { ...environment.output }));
        } catch (error) {
          callback(error);
        }
      },
    };
  },
};

async function run(bpmn, answers) {
  const engine = new Engine({ name: 'sop', source: bpmn, scripts: conditions });
  const listener = new EventEmitter();
  const walked = [];
  listener.on('activity.wait', (task) => {
    if (walked.length >= TOO_MANY) throw new Error(`more than ${TOO_MANY} tasks`);
    const { variable, outcomes } = answers[task.id];
    const outcome = outcomes.length > 1 ? outcomes.shift() : outcomes[0];
    walked.push([task.id, outcome]);
    task.environment.output[variable] = outcome;
    task.signal();
  });
  const ended = once(engine, 'end');
  await engine.execute({ listener });
  await ended;
  return walked;
}

const { bpmn, paths } = JSON.parse(await text(process.stdin));
const results = [];
for (const answers of paths) {
  results.push(await run(bpmn, answers).catch((error) => ({ error: error.message })));
}
process.stdout.write(JSON.stringify(results));
