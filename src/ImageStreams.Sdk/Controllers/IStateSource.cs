using ImageStreams.Storage;

namespace ImageStreams.Controllers;

/// <summary>A controller, or another part, with a state that is kept over restarts; see <see cref="IStateStore"/>.</summary>
/// <remarks>Performs no I/O. All members are thread-safe.</remarks>
public interface IStateSource
{
    /// <summary>The sections of the state that belong to this source alone, such as <c>imports</c>.</summary>
    IReadOnlyList<string> StateSections { get; }

    /// <summary>Takes the records that have changed since the last call; in the first call, all of them.</summary>
    /// <remarks>Cheap when nothing has changed. The caller writes the records, and keeps them until they are written.</remarks>
    /// <returns>The records, each key once; those without a value are to be removed.</returns>
    IReadOnlyList<StateRecord> TakeStateChanges();

    /// <summary>Restores records that an earlier process has written.</summary>
    /// <remarks>
    /// Before or after streams and objects are observed. What this process has learned itself is kept. Unknown or damaged
    /// records are ignored, with a line in the log.
    /// </remarks>
    /// <param name="records">The records of the source's sections; those of other sections are ignored.</param>
    void RestoreState(IEnumerable<StateRecord> records);
}
