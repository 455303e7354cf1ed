using ImageStreams.Clients;
using ImageStreams.Collections;
using ImageStreams.Importing;
using ImageStreams.Internal;
using ImageStreams.Policies;
using ImageStreams.References;
using ImageStreams.Registries;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace ImageStreams.Controllers;

/// <summary>Moves the tags that follow a repository by a policy, on any image API.</summary>
/// <remarks>
/// <para>Lists each repository once for all tags of a namespace that follow it. A tag that its policy moves gets its new source, the
/// image and the reason in one write; see <see cref="TagPolicyAnnotation"/>, <see cref="TagGatesAnnotation"/> and
/// <see cref="TagMovesAnnotation"/>. What somebody has changed meanwhile wins.</para>
/// <para>The owner notifies the controller of streams, and runs what is due. It has no threads and no timers of its own. Run it in one
/// place at a time for a stream. Safe to share between threads.</para>
/// </remarks>
public sealed partial class TagPolicyController : IObjectObserver<ImageStream>, IDueSource
{
    private readonly TagPolicySchedule _schedule;
    private readonly RepositoryReader _reader;
    private readonly TagMover _mover;
    private readonly TimeProvider _timeProvider;
    private readonly ILogger _logger;

    /// <summary>Creates a controller that knows no streams.</summary>
    /// <param name="client">The client of the image API.</param>
    /// <param name="registry">The client for registries.</param>
    /// <param name="keeper">The gates, or null for those that look at no image.</param>
    /// <param name="options">The options, which are copied, or null for the defaults.</param>
    /// <param name="timeProvider">The time provider, or null for the system clock.</param>
    /// <param name="logger">The logger, or null for none.</param>
    /// <exception cref="ArgumentNullException"><paramref name="client"/> or <paramref name="registry"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An option is out of its range.</exception>
    public TagPolicyController(
        IImageStreamClient client,
        IRegistryClient registry,
        TagGatekeeper? keeper = null,
        TagPolicyOptions? options = null,
        TimeProvider? timeProvider = null,
        ILogger<TagPolicyController>? logger = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(registry);

        var copy = (options ?? new TagPolicyOptions()).Copy();
        _timeProvider = timeProvider ?? TimeProvider.System;
        _logger = logger ?? NullLogger<TagPolicyController>.Instance;
        _schedule = new TagPolicySchedule(copy);
        _reader = new RepositoryReader(registry, _timeProvider, copy);
        _mover = new TagMover(client, _reader, keeper ?? new TagGatekeeper([]), copy, _timeProvider);
    }

    /// <summary>Occurs when <see cref="NextDue"/> may have changed.</summary>
    public event EventHandler? NextDueChanged;

    /// <summary>The time at which the next repository is due; null when no tag has a policy.</summary>
    public DateTimeOffset? NextDue => _schedule.NextDue;

    /// <summary>Notifies the controller of a stream that is new or has changed.</summary>
    /// <param name="value">The current stream.</param>
    /// <exception cref="ArgumentNullException"><paramref name="value"/> is null.</exception>
    public void Observe(ImageStream value)
    {
        ArgumentNullException.ThrowIfNull(value);
        _schedule.Set(ImageStreamName.From(value), [.. PolicyTag.ReadAll(value)], _timeProvider.GetUtcNow());
        NextDueChanged?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Notifies the controller that a stream was deleted.</summary>
    /// <param name="name">The qualified name of the stream.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public void Remove(ImageStreamName name)
    {
        ArgumentNullException.ThrowIfNull(name);
        _schedule.Set(name, [], _timeProvider.GetUtcNow());
        NextDueChanged?.Invoke(this, EventArgs.Empty);
    }

    /// <summary>Lists all repositories that are due, several at a time, and moves the tags that have to move.</summary>
    /// <param name="maxConcurrency">The highest number of repositories at a time; at least 1. One that is slow holds up no others.</param>
    /// <param name="cancellationToken">A token to cancel the operation. What is in progress is then due again later.</param>
    /// <returns>A report for each tag, by its name.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxConcurrency"/> is less than 1.</exception>
    /// <exception cref="OperationCanceledException">The operation was canceled.</exception>
    public async Task<ValueList<TagMoveReport>> RunDueAsync(int maxConcurrency = 8, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxConcurrency, 1);

        var workers = Enumerable.Range(0, maxConcurrency).Select(_ => RunWorkerAsync(cancellationToken)).ToList();
        var reports = await Task.WhenAll(workers).ConfigureAwait(false);
        return reports.SelectMany(static list => list)
            .OrderBy(static report => report.Tag.ToString(), StringComparer.Ordinal).ToValueList();
    }

    /// <summary>Waits until a repository is due, also when that changes in the meantime.</summary>
    /// <param name="cancellationToken">A token to end the wait.</param>
    /// <returns>A task that ends when <see cref="RunDueAsync"/> has something to do.</returns>
    /// <exception cref="OperationCanceledException">The wait was canceled.</exception>
    public Task WaitUntilDueAsync(CancellationToken cancellationToken = default) =>
        new DueWait(this, _timeProvider).RunAsync(cancellationToken);

    void IObjectObserver<ImageStream>.Remove(ImageStream value) => Remove(ImageStreamName.From(value));
}
