using ImageStreams.Collections;

namespace ImageStreams.Storage;

/// <summary>A store of small records that controllers keep over restarts: due times, failures, pauses and held objects.</summary>
/// <remarks>
/// Records are grouped in sections, one for each use. A record has no version: the last write counts, so each section is
/// written by one owner at a time, who holds a <see cref="Lease"/> where there are several processes. All members are
/// thread-safe.
/// </remarks>
public interface IStateStore
{
    /// <summary>Reads all records of a section, ordered by the UTF-8 bytes of their keys.</summary>
    /// <param name="section">The section; not empty.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentException">The section is empty.</exception>
    ValueTask<ValueList<StateRecord>> ReadAsync(string section, CancellationToken cancellationToken = default);

    /// <summary>Writes records, each in place of the one with the same section and key; all of them, or none.</summary>
    /// <param name="records">The records; the last one of a key counts, and one without a value removes its key.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    /// <exception cref="ArgumentException">A record has an empty section or key.</exception>
    ValueTask WriteAsync(IReadOnlyCollection<StateRecord> records, CancellationToken cancellationToken = default);
}
