// What the program is compared with: a Hono handler with nothing around it, on the same database through the same
// driver. No session, no transaction, no audit, no rendering. Its parent sends the settings and gets the address.

import { createAdaptorServer } from '@hono/node-server';
import { verify } from '@node-rs/argon2';
import { Hono } from 'hono';
import pg from 'pg';

process.once('disconnect', () => process.exit());
process.once('message', ({ connectionString, connectionOptions, connections, cycleOfYear }) => {
  const pool = new pg.Pool({ connectionString, max: connections, options: connectionOptions });
  pool.on('error', () => {});
  const application = new Hono();

  application.get('/:unit/:year', async (c) => {
    const { unit, year } = c.req.param();
    const { rows } = await pool.query({ ...cycleOfYear, values: [unit, year] });
    return c.json(rows[0]);
  });

  application.post('/so-lieu', async (c) => {
    const { unitId, cycleId, input, value } = await c.req.json();
    const { rowCount } = await pool.query({
      name: 'update_figure',
      text: 'update figure set value = $4 where unit_id = $1 and cycle_id = $2 and input = $3',
      values: [unitId, cycleId, input, value],
    });
    return c.json({ changed: rowCount });
  });

  application.post('/dang-nhap', async (c) => {
    const { username, password } = await c.req.json();
    const { rows } = await pool.query({
      name: 'password_of_user',
      text: `select a.password from identity."user" u join identity."account" a on a."userId" = u.id
              where u.username = $1`,
      values: [username],
    });
    return c.json({ right: await verify(rows[0].password, password) });
  });

  const server = createAdaptorServer({ fetch: application.fetch });
  server.listen(0, '127.0.0.1', () => process.send(`http://127.0.0.1:${server.address().port}`));
});
