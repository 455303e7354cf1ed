using System.Threading.Channels;
using ImageStreams.Importing;
using Microsoft.Extensions.Logging;

namespace ImageStreams.AspNetCore;

/// <summary>Notifications that were answered and wait for the schedule: a bounded queue with one worker, which starts with the
/// first one.</summary>
internal sealed class WebhookQueue
{
    private readonly Channel<(string Sender, RegistryNotification Notification, bool UnscheduledToo)> _channel;
    private readonly Func<RepositoryMove, bool, int> _notify;
    private readonly ILogger _logger;
    private readonly Lazy<Task> _worker;

    /// <summary>Creates an empty queue.</summary>
    /// <param name="capacity">The largest number of notifications in it.</param>
    /// <param name="notify">What is called with each move, and whether unscheduled tags count.</param>
    /// <param name="logger">The logger.</param>
    public WebhookQueue(int capacity, Func<RepositoryMove, bool, int> notify, ILogger logger)
    {
        _notify = notify;
        _logger = logger;
        _channel = Channel.CreateBounded<(string, RegistryNotification, bool)>(
            new BoundedChannelOptions(capacity) { SingleReader = true });
        _worker = new Lazy<Task>(Start);
    }

    /// <summary>Adds a notification; false when the queue is full or complete.</summary>
    public bool TryAdd(string sender, RegistryNotification notification, bool unscheduledToo)
    {
        _ = _worker.Value;
        return _channel.Writer.TryWrite((sender, notification, unscheduledToo));
    }

    /// <summary>Takes no more notifications; the worker ends after those in the queue.</summary>
    public void Complete() => _channel.Writer.TryComplete();

    /// <summary>Starts the worker outside of the request that comes first, whose log scopes have its path, and with it a secret.</summary>
    private Task Start()
    {
        using (ExecutionContext.SuppressFlow())
        {
            return Task.Run(WorkAsync);
        }
    }

    private async Task WorkAsync()
    {
        await foreach (var (sender, notification, unscheduledToo) in _channel.Reader.ReadAllAsync().ConfigureAwait(false))
        {
            foreach (var move in notification.Moves)
            {
                Notify(sender, move, unscheduledToo);
            }
        }
    }

    private void Notify(string sender, RepositoryMove move, bool unscheduledToo)
    {
        try
        {
            var count = _notify(move, unscheduledToo);
            _logger.Moved(sender, move.ToString(), count);
            WebhookTelemetry.CountDueTags(sender, count);
        }
#pragma warning disable CA1031 // the worker must survive whatever the application's own function throws
        catch (Exception e)
#pragma warning restore CA1031
        {
            _logger.NotMoved(e, sender, move.ToString());
        }
    }
}
