using System.Diagnostics.CodeAnalysis;

namespace ImageStreams.Registries;

/// <summary>A queue in which callers take turns: each item of a caller waits for the caller's earlier items, and for at
/// most one of every other caller before each.</summary>
/// <remarks>Every operation takes constant time. Not safe for concurrent use.</remarks>
internal sealed class FairQueue<T>
{
    private readonly Dictionary<string, LinkedListNode<Turn>> _turns = new(StringComparer.Ordinal);
    private readonly LinkedList<Turn> _turnOrder = new();

    public int Count { get; private set; }

    /// <summary>Computes how many items are dequeued, at most, up to an item that this caller would add now, if no other
    /// item is added.</summary>
    public int GetPosition(string caller)
    {
        var own = _turns.TryGetValue(caller, out var turn) ? turn.Value.Items.Count : 0;
        var callers = _turnOrder.Count + (own == 0 ? 1 : 0);
        return (int)Math.Min(Count + 1L, (own + 1L) * callers);
    }

    /// <summary>Adds an item after those of its caller.</summary>
    /// <returns>The node, to remove the item again.</returns>
    public LinkedListNode<T> Enqueue(string caller, T item)
    {
        if (!_turns.TryGetValue(caller, out var turn))
        {
            _turns[caller] = turn = _turnOrder.AddLast(new Turn(caller));
        }

        Count++;
        return turn.Value.Items.AddLast(item);
    }

    /// <summary>Removes the next item of the caller whose turn it is.</summary>
    public bool TryDequeue([MaybeNullWhen(false)] out T item)
    {
        item = default;
        if (_turnOrder.First is not { } turn)
        {
            return false;
        }

        var first = turn.Value.Items.First!;
        item = first.Value;
        Remove(turn, first);
        if (turn.List is not null)
        {
            _turnOrder.Remove(turn);
            _turnOrder.AddLast(turn);
        }

        return true;
    }

    /// <summary>Removes an item from any position; false when it is not in the queue any more.</summary>
    public bool Remove(string caller, LinkedListNode<T> ticket)
    {
        if (ticket.List is null)
        {
            return false;
        }

        Remove(_turns[caller], ticket);
        return true;
    }

    private void Remove(LinkedListNode<Turn> turn, LinkedListNode<T> item)
    {
        Count--;
        turn.Value.Items.Remove(item);
        if (turn.Value.Items.Count == 0)
        {
            _turns.Remove(turn.Value.Caller);
            _turnOrder.Remove(turn);
        }
    }

    private sealed record Turn(string Caller)
    {
        public LinkedList<T> Items { get; } = new();
    }
}
