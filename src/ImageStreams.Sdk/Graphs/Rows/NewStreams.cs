using ImageStreams.Collections;

namespace ImageStreams.Graphs;

/// <summary>Adds the streams of a new graph, of which there may be very many.</summary>
internal sealed class NewStreams(GraphRows rows, StreamNodes nodes, TagLinks links)
{
    private const int PrefetchBatch = 16;

    /// <summary>The result of the reads ahead, kept so that the compiler does not drop the reads.</summary>
    private int _prefetched;

    /// <summary>Adds streams and links their tags; the first of two with the same name counts.</summary>
    public void Add(ReadOnlySpan<ImageStream> streams)
    {
        var added = AddStreams(streams);
        links.StartDeferring();
        for (var i = 0; i < added.Count; i++)
        {
            if (i % PrefetchBatch == 0)
            {
                Prefetch(added, i);
            }

            AddTags(added[i]);
            links.LinkAll(added[i]);
        }

        links.LinkDeferred();
    }

    /// <summary>Adds all streams before any tag, so that a reference finds its stream anywhere in the list.</summary>
    private List<int> AddStreams(ReadOnlySpan<ImageStream> streams)
    {
        var added = new List<int>(streams.Length);
        rows.EnsureStreamCapacity(streams.Length);
        for (var i = 0; i < streams.Length; i++)
        {
            if (i % PrefetchBatch == 0)
            {
                PrefetchNames(streams[i..Math.Min(i + PrefetchBatch, streams.Length)]);
            }

            var metadata = streams[i].Metadata;
            if (rows.TryAddStream(metadata.Namespace ?? "", metadata.Name ?? "", out var row))
            {
                rows.ChangeStream(row).Stream = streams[i];
                added.Add(row);
            }
        }

        return added;
    }

    private void AddTags(int row)
    {
        var stream = rows.GetStream(row).Stream!;
        if (!TagLayout.IsRegular(stream))
        {
            rows.ChangeStream(row).Nodes = nodes.AssignNodes(row, stream);
            return;
        }

        var specTags = stream.Spec.Tags.AsSpan();
        var histories = stream.Status.Tags.AsSpan();
        rows.ChangeStream(row).FirstNode = rows.NodeCount;
        var next = 0;
        for (var i = 0; i < specTags.Length; i++)
        {
            var history = next < histories.Length && histories[next].Tag == specTags[i].Name ? histories[next++] : null;
            var hash = KeyHash.Compute(specTags[i].Name);
            rows.AddNode(NodeRow.CreateTag(row, TagListing.Spec, i, hash, TagStates.Classify(specTags[i], history)));
        }
    }

    /// <summary>Reads the names of the next streams; see <see cref="Prefetch"/>.</summary>
    private void PrefetchNames(ReadOnlySpan<ImageStream> streams)
    {
        var seen = 0;
        foreach (var stream in streams)
        {
            seen += (stream.Metadata.Name?.Length ?? 0) + (stream.Metadata.Namespace?.Length ?? 0);
        }

        Volatile.Write(ref _prefetched, seen);
    }

    /// <summary>Reads all that the next streams consist of, in a loop in which no read depends on another.</summary>
    /// <remarks>
    /// The processor then loads them from memory side by side. Otherwise the following work waits for one object after the
    /// other, and a graph of a million tags takes a quarter longer.
    /// </remarks>
    private void Prefetch(List<int> streams, int first)
    {
        var seen = 0;
        for (var i = first; i < Math.Min(first + PrefetchBatch, streams.Count); i++)
        {
            var stream = rows.GetStream(streams[i]).Stream!;
            foreach (var specTag in stream.Spec.Tags.AsSpan())
            {
                seen += specTag.Name.Length + (specTag.From?.Name?.Length ?? 0);
            }

            foreach (var history in stream.Status.Tags.AsSpan())
            {
                seen += history.Tag.Length + history.Items.Count;
            }
        }

        Volatile.Write(ref _prefetched, seen);
    }
}
