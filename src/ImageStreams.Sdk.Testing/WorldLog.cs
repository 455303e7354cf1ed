using System.Collections;
using System.Text;

namespace ImageStreams.Testing;

/// <summary>The events of an <see cref="ImageStreamWorld"/>, in order.</summary>
/// <remarks>
/// The same steps give the same log in every run, to the byte: use <see cref="ToString()"/> for snapshots, and single
/// events for assertions, as in <c>world.Log.OfType&lt;WorldEvent.BuildCompleted&gt;()</c>.
/// </remarks>
public sealed class WorldLog : IReadOnlyList<WorldEvent>
{
    private readonly List<WorldEvent> _events = [];
    private readonly TimeProvider _timeProvider;
    private readonly DateTimeOffset _start;

    internal WorldLog(TimeProvider timeProvider) => (_timeProvider, _start) = (timeProvider, timeProvider.GetUtcNow());

    /// <summary>The number of events.</summary>
    public int Count => _events.Count;

    /// <summary>Returns an event by its index.</summary>
    /// <param name="index">The index, from 0.</param>
    public WorldEvent this[int index] => _events[index];

    /// <inheritdoc/>
    public IEnumerator<WorldEvent> GetEnumerator() => _events.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>Returns one line for each event; every line ends with a line feed.</summary>
    public override string ToString() => ToString(0);

    /// <summary>Returns one line for each event from an index on, such as an earlier <see cref="Count"/>.</summary>
    /// <param name="first">The index of the first event, from 0.</param>
    public string ToString(int first)
    {
        var text = new StringBuilder();
        for (var i = first; i < _events.Count; i++)
        {
            text.Append(_events[i]).Append('\n');
        }

        return text.ToString();
    }

    internal void Add(WorldEvent happened)
    {
        var now = _timeProvider.GetUtcNow();
        _events.Add(happened with { Number = _events.Count + 1, Time = now, Elapsed = now - _start });
    }
}
