namespace ImageStreams.Controllers;

/// <summary>Tells which build configurations, deployment configurations and workloads exist, and how they change.</summary>
/// <remarks>
/// <para>The port through which a <see cref="TriggerSourceFeed"/> learns of the objects that listen to streams. An
/// implementation reads them from wherever they are kept: a cluster, a database, a folder.</para>
/// <para>Each watch first tells all objects that exist, in any order, then <see cref="TriggerSourceEvent.Synced"/> once, and
/// then changes until it is canceled. The events of one object are in the order of its changes. A watch that cannot go on
/// throws, and another one is started: it must not leave out a change silently. Several watches may run at a time.</para>
/// </remarks>
public interface ITriggerSource
{
    /// <summary>Tells all objects that exist, and then every change, until it is canceled.</summary>
    /// <param name="cancellationToken">A token to end the watch.</param>
    /// <returns>The events; see the remarks for their order.</returns>
    /// <exception cref="OperationCanceledException">The watch was canceled.</exception>
    IAsyncEnumerable<TriggerSourceEvent> WatchAsync(CancellationToken cancellationToken = default);
}
