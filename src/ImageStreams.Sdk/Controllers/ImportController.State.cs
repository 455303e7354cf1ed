using ImageStreams.References;
using ImageStreams.Storage;

namespace ImageStreams.Controllers;

/// <content>The state that is kept over restarts.</content>
public sealed partial class ImportController
{
    /// <summary>The section of the pauses: <c>import-pauses</c>.</summary>
    public const string PauseSection = "import-pauses";

    /// <summary>The sections of the state: <c>imports</c>, with the times, failures and refusals of each stream under its name,
    /// and <see cref="PauseSection"/>, with the streams and tags that are paused.</summary>
    public IReadOnlyList<string> StateSections { get; } = [StateSectionNames.Imports, StateSectionNames.ImportPauses];

    /// <inheritdoc/>
    public IReadOnlyList<StateRecord> TakeStateChanges() => _state.TakeChanges();

    /// <inheritdoc/>
    /// <remarks>
    /// <para>A tag that is due later stays due then. Tags that became due in the meantime are spread over
    /// <see cref="Importing.ImportScheduleOptions.StartSpread"/>. A tag with another source than the recorded one, or with a
    /// result in its stream's status that the record does not know, is scheduled as if there were no record.</para>
    /// <para>The records of a stream have no effect when this controller has imported into it already.</para>
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="records"/> is null.</exception>
    public void RestoreState(IEnumerable<StateRecord> records)
    {
        ArgumentNullException.ThrowIfNull(records);
        _state.Restore(records);
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
        _state.SynchronizePauses(records);
    }

    /// <summary>Removes the restored records of streams that no longer exist.</summary>
    /// <remarks>For the time when all streams that exist have been listed, after the state was read. The next changes remove
    /// the records. Restored records of streams that exist but are not observed are kept.</remarks>
    /// <param name="exists">Determines whether a stream exists.</param>
    /// <returns>The number of streams.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="exists"/> is null.</exception>
    public int RemoveStateExcept(Func<ImageStreamName, bool> exists)
    {
        ArgumentNullException.ThrowIfNull(exists);
        return Schedule.RemoveUnclaimed(exists);
    }

    /// <summary>Ends the imports of a stream that still exists, because another process has taken it over.</summary>
    /// <remarks>As <see cref="Remove"/>, but the stream's records stay: changes that were not taken are dropped, and a report
    /// that follows changes nothing. Its pauses stay; see <see cref="SynchronizePauses"/>.</remarks>
    /// <param name="stream">The name of the stream, with its namespace.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stream"/> is null.</exception>
    public void Forget(ImageStreamName stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        Schedule.Forget(stream);
    }
}
