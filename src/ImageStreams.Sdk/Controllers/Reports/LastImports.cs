using ImageStreams.Importing;
using ImageStreams.References;

namespace ImageStreams.Controllers;

/// <summary>The last import report of each stream, up to a number of streams. Not safe for concurrent use.</summary>
internal sealed class LastImports(int capacity)
{
    private readonly Dictionary<ImageStreamName, LinkedListNode<ImportReport>> _places = [];
    private readonly LinkedList<ImportReport> _order = [];

    /// <summary>The reports, the oldest first.</summary>
    public IReadOnlyCollection<ImportReport> All => _order;

    public ImportReport? Find(ImageStreamName stream) => _places.TryGetValue(stream, out var place) ? place.Value : null;

    /// <summary>Sets the report of a stream, without the stream as it was before, which nobody needs any more.</summary>
    public void Set(ImportReport report)
    {
        Remove(report.Job.Stream);
        _places.Add(report.Job.Stream, _order.AddLast(report with { Job = report.Job with { Before = new ImageStream() } }));
        if (_order.Count > capacity)
        {
            Remove(_order.First!.Value.Job.Stream);
        }
    }

    public void Remove(ImageStreamName stream)
    {
        if (_places.Remove(stream, out var place))
        {
            _order.Remove(place);
        }
    }
}
