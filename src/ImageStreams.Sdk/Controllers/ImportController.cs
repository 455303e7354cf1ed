using ImageStreams.Clients;
using ImageStreams.Importing;
using ImageStreams.References;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Controllers;

/// <summary>Runs the imports that are due, as OpenShift's import controller does, on any image API.</summary>
/// <remarks>
/// The owner notifies the controller of streams, takes jobs when they are due and runs them, one after the other or several
/// at a time; there is never more than one job for a stream. The controller has no threads and no timers of its own:
/// <see cref="WaitUntilDueAsync"/> waits when it is called. Safe to share between threads.
/// </remarks>
public sealed partial class ImportController : IObjectObserver<ImageStream>, IStateSource
{
    private readonly ILogger _logger;
    private readonly IImageStreamClient _client;
    private readonly TimeProvider _timeProvider;
    private readonly ImportState _state;

    /// <summary>Creates a controller that knows no streams.</summary>
    /// <param name="client">The client of the image API.</param>
    /// <param name="schedule">The schedule of the imports, or null for a new one with the defaults.</param>
    /// <param name="timeProvider">The time provider, or null for the system clock.</param>
    /// <param name="logger">The logger, or null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> is null.</exception>
    public ImportController(
        IImageStreamClient client,
        ImportSchedule? schedule = null,
        TimeProvider? timeProvider = null,
        ILogger<ImportController>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(client);

        _client = client;
        _timeProvider = timeProvider ?? TimeProvider.System;
        _logger = logger ?? NullLogger<ImportController>.Instance;
        Schedule = schedule ?? new ImportSchedule();
        _state = new ImportState(Schedule, _timeProvider, _logger);
    }

    /// <summary>The schedule: the next import of each tag, and the result of the last one.</summary>
    public ImportSchedule Schedule { get; }

    /// <inheritdoc cref="ImportSchedule.NextDueChanged"/>
    public event EventHandler? NextDueChanged
    {
        add => Schedule.NextDueChanged += value;
        remove => Schedule.NextDueChanged -= value;
    }

    /// <summary>The time at which the next job is due; null when nothing is to be imported.</summary>
    public DateTimeOffset? NextDue => Schedule.NextDue;

    /// <summary>Notifies the controller of a stream that is new or has changed.</summary>
    /// <param name="stream">The current stream.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public void Observe(ImageStream stream) => Schedule.Set(stream, _timeProvider.GetUtcNow());

    /// <summary>Notifies the controller that a stream was deleted.</summary>
    /// <param name="stream">The qualified name of the stream.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public void Remove(ImageStreamName stream) => Schedule.Remove(stream);

    void IObjectObserver<ImageStream>.Observe(ImageStream value) => Observe(value);

    void IObjectObserver<ImageStream>.Remove(ImageStream value) => Remove(ImageStreamName.From(value));

    /// <summary>Takes the job that has been due for the longest time; null when none is due.</summary>
    public ImportJob? Take() => Schedule.Take(_timeProvider.GetUtcNow());

    /// <summary>Waits until a job is due, also when that changes in the meantime.</summary>
    /// <param name="cancellationToken">A token to end the wait.</param>
    /// <returns>A task that ends when <see cref="Take"/> has a job; at once when it has one now.</returns>
    /// <exception cref="OperationCanceledException">The wait was canceled.</exception>
    public Task WaitUntilDueAsync(CancellationToken cancellationToken = default) =>
        new DueWait(Schedule, _timeProvider).RunAsync(cancellationToken);
}
