using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <content>The streams of a new graph, of which there may be very many.</content>
internal sealed partial class GraphEditor
{
    private const int PrefetchBatch = 16;

    private int _seen;

    /// <summary>Files all streams, so that whatever is named is found wherever it comes in the list.</summary>
    private List<int> NewStreams(ReadOnlySpan<ImageStream> streams)
    {
        var rows = new List<int>(streams.Length);
        _rows.EnsureStreamCapacity(streams.Length);
        for (var i = 0; i < streams.Length; i++)
        {
            if (i % PrefetchBatch == 0)
            {
                PrefetchNames(streams[i..Math.Min(i + PrefetchBatch, streams.Length)]);
            }

            var (ns, name) = (streams[i].Namespace, streams[i].Name);
            if (_rows.TryAddStream(ns, name, out var row))
            {
                _rows.ChangeStream(row).Stream = streams[i];
                rows.Add(row);
            }
        }

        return rows;
    }

    private void AddTags(List<int> streams)
    {
        var later = new List<int>();
        for (var i = 0; i < streams.Count; i++)
        {
            if (i % PrefetchBatch == 0)
            {
                Prefetch(streams, i);
            }

            AddTags(streams[i]);
            LinkAll(streams[i], later);
        }

        foreach (var node in later)
        {
            Link(node, FindReference(node));
        }
    }

    /// <summary>Looks at what the next streams are called; <see cref="Prefetch"/> says what for.</summary>
    private void PrefetchNames(ReadOnlySpan<ImageStream> streams)
    {
        var seen = 0;
        foreach (var stream in streams)
        {
            seen += (stream.Metadata.Name?.Length ?? 0) + (stream.Metadata.Namespace?.Length ?? 0);
        }

        Volatile.Write(ref _seen, seen);
    }

    /// <summary>Looks at all that the next streams are made of, in a loop in which nothing waits for anything.</summary>
    /// <remarks>
    /// So the processor fetches it from memory side by side. Without that, the work that follows waits for one object
    /// after the other, and a graph of a million tags takes a quarter longer.
    /// </remarks>
    private void Prefetch(List<int> streams, int first)
    {
        var seen = 0;
        for (var i = first; i < Math.Min(first + PrefetchBatch, streams.Count); i++)
        {
            var stream = _rows.GetStream(streams[i]).Stream!;
            foreach (var specTag in stream.Spec.Tags.AsSpan())
            {
                seen += specTag.Name.Length + (specTag.From?.Name?.Length ?? 0);
            }

            foreach (var history in stream.Status.Tags.AsSpan())
            {
                seen += history.Tag.Length + history.Items.Count;
            }
        }

        Volatile.Write(ref _seen, seen);
    }

    private void AddTags(int row)
    {
        var stream = _rows.GetStream(row).Stream!;
        if (!TagLayout.IsRegular(stream))
        {
            _rows.ChangeStream(row).Nodes = AssignNodes(row, stream);
            return;
        }

        var specTags = stream.Spec.Tags.AsSpan();
        var histories = stream.Status.Tags.AsSpan();
        _rows.ChangeStream(row).FirstNode = _rows.NodeCount;
        for (int i = 0, next = 0; i < specTags.Length; i++)
        {
            var history = next < histories.Length && histories[next].Tag == specTags[i].Name ? histories[next++] : null;
            var hash = KeyHash.Compute(specTags[i].Name);
            _rows.AddNode(NodeRow.CreateTag(row, TagListing.Spec, i, hash, TagStates.Classify(specTags[i], history)));
        }
    }
}
