using ImageStreams.Controllers;
using ImageStreams.Storage;

namespace ImageStreams.Tests.Hosting;

/// <summary>A part with records that change once, under the keys that a test gives it.</summary>
internal sealed class FixedState(string section, params string[] keys) : IStateSource
{
    private IReadOnlyList<StateRecord> _changes = [.. keys.Select(key => new StateRecord(section, key, "{}"))];

    public IReadOnlyList<string> StateSections { get; } = [section];

    public IReadOnlyList<StateRecord> TakeStateChanges() => Interlocked.Exchange(ref _changes, []);

    public void RestoreState(IEnumerable<StateRecord> records)
    {
    }
}
