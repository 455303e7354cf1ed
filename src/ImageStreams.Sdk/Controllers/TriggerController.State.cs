using ImageStreams.Storage;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <content>What the controller remembers over restarts.</content>
public sealed partial class TriggerController : IStateSource
{
    /// <summary>The section of the records of objects, <c>triggers</c>: open fuses, counted firings, failures and delays.</summary>
    public const string StateSection = "triggers";

    /// <summary>The section of the records of pauses, <c>trigger-pauses</c>.</summary>
    public const string PauseSection = "trigger-pauses";

    private readonly HashSet<TriggerObject> _changedStates = [];

    /// <inheritdoc/>
    public IReadOnlyList<string> StateSections { get; } = [StateSection, PauseSection];

    /// <summary>The values of the records that were taken or restored.</summary>
    private readonly Dictionary<TriggerObject, string> _savedStates = [];

    /// <summary>Takes the records that have changed since the last call, to be written to an <see cref="IStateStore"/>.</summary>
    /// <remarks>Cheap when nothing has changed. Whoever cannot write the records keeps them, and writes them later.</remarks>
    /// <returns>The records of <see cref="StateSection"/> and <see cref="PauseSection"/>; without a value those to remove.</returns>
    public IReadOnlyList<StateRecord> TakeStateChanges()
    {
        lock (_gate)
        {
            List<StateRecord> changes = [.. _storm.Pauses.TakeChanged().Select(CreatePauseRecord)];
            foreach (var target in _changedStates)
            {
                if (TryCreateRecord(target) is { } changed)
                {
                    changes.Add(changed);
                }
            }

            _changedStates.Clear();
            return changes;
        }
    }

    /// <summary>Restores what was remembered, before or after streams and objects are observed.</summary>
    /// <remarks>
    /// An object that has failures is not evaluated before its retry only because it is observed. An open fuse, firings, builds
    /// and pauses that the controller knows already are kept, and so is the higher number of failures. Records of other sections
    /// are ignored, and so are damaged ones, with a line in the log.
    /// </remarks>
    /// <param name="records">The records of <see cref="StateSection"/> and <see cref="PauseSection"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null.</exception>
    public void RestoreState(IEnumerable<StateRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);

        lock (_gate)
        {
            Dictionary<TriggerObject, TriggerRecord> objects = [];
            foreach (var record in records)
            {
                Read(record, objects);
            }

            Restore(objects);
        }

        RaiseNextDueChanged();
    }

    /// <summary>Replaces the pauses by those that replicas share; what was paused or resumed here since the last
    /// <see cref="TakeStateChanges"/> stays.</summary>
    /// <remarks>Read the records when those of <see cref="TakeStateChanges"/> are written: a pause that is still on its way to
    /// the store is missing among them, and would end.</remarks>
    /// <param name="records">All records of <see cref="PauseSection"/>.</param>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null.</exception>
    public void SynchronizePauses(IReadOnlyCollection<StateRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);

        lock (_gate)
        {
            var keys = records.Select(record => record.Key).ToHashSet(StringComparer.Ordinal);
            var gone = _storm.Pauses.All.Select(TriggerKeys.Format)
                .Where(key => !keys.Contains(key) && !_storm.Pauses.HasChanged(key))
                .ToList();
            gone.ForEach(key => _storm.Pauses.Remove(key, isRestored: true));
            foreach (var record in records)
            {
                RestorePause(record);
            }

            if (gone.Count > 0)
            {
                EnqueueResumed();
            }
        }

        RaiseNextDueChanged();
    }
}
