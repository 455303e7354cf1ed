using System.Collections;
using System.Text;

namespace ImageStreams.Testing;

/// <summary>All that happened in an <see cref="ImageStreamWorld"/>, in order.</summary>
/// <remarks>
/// The same steps give the same log in every run, to the byte: <see cref="ToString()"/> is made for snapshots, and single
/// events for assertions, as in <c>world.Log.OfType&lt;WorldEvent.BuildDone&gt;()</c>.
/// </remarks>
public sealed class WorldLog : IReadOnlyList<WorldEvent>
{
    private readonly List<WorldEvent> _events = [];
    private readonly TimeProvider _timeProvider;
    private readonly DateTimeOffset _start;

    internal WorldLog(TimeProvider timeProvider) => (_timeProvider, _start) = (timeProvider, timeProvider.GetUtcNow());

    /// <summary>How many events there are.</summary>
    public int Count => _events.Count;

    /// <summary>An event, by its place from 0.</summary>
    /// <param name="index">The place.</param>
    public WorldEvent this[int index] => _events[index];

    /// <inheritdoc/>
    public IEnumerator<WorldEvent> GetEnumerator() => _events.GetEnumerator();

    /// <inheritdoc/>
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <summary>One line for each event, each ended by a line feed.</summary>
    public override string ToString() => ToString(0);

    /// <summary>One line for each event from a place on: what happened since <see cref="Count"/> was so many.</summary>
    /// <param name="first">The place of the first one, from 0.</param>
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
