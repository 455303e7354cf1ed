using Npgsql;

namespace ImageStreams.Storage;

/// <summary>Listens on a connection for the writes of all processes, with a poll beneath.</summary>
/// <remarks>Notifications are sent with the commit, and so are never early. One that is lost, because a proxy between does not
/// keep sessions, costs no more than the interval of the poll.</remarks>
internal sealed class NotificationListener(NpgsqlConnection connection)
{
    /// <summary>The channel of all stores of a database; the payload is the schema.</summary>
    public const string Channel = "imagestreams";

    /// <summary>Calls back for each write, and after each interval without one, until it is canceled or the connection
    /// breaks.</summary>
    public async Task RunAsync(Action changed, TimeSpan pollInterval, CancellationToken cancellationToken)
    {
        var schema = await ListenAsync(cancellationToken).ConfigureAwait(false);
        var isMine = false;
        connection.Notification += (_, notification) => isMine |= notification.Payload == schema;
        // What was written before LISTEN was not heard.
        changed();
        while (true)
        {
            var isHeard = await connection.WaitAsync(pollInterval, cancellationToken).ConfigureAwait(false);
            if (isMine || !isHeard)
            {
                isMine = false;
                changed();
            }
        }
    }

    private async Task<string> ListenAsync(CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand($"LISTEN {Channel}; SELECT current_schema()", connection);
        await using var _ = command.ConfigureAwait(false);
        return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) as string ?? "";
    }
}
