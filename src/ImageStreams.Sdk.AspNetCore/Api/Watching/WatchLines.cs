using System.Buffers;
using System.Text;
using ImageStreams.Serialization;

namespace ImageStreams.AspNetCore;

/// <summary>Writes the events of one watch.</summary>
/// <remarks>The JSON of an object is encoded once, however many watches send it; here it is only copied.</remarks>
internal sealed class WatchLines(
    ResourceDefinition resource, ResponseFormat format, bool marksInitialEnd, TimeProvider timeProvider)
{
    private const string Metadata = "\"metadata\":";
    private const string InitialEventsEnd = ",\"annotations\":{\"k8s.io/initial-events-end\":\"true\"}";

    private bool _hasColumns;

    /// <summary>Appends an event as a line.</summary>
    public void Append(IBufferWriter<byte> body, ServedEvent next)
    {
        // Where no such events were asked for, a bookmark at once would tell nothing.
        if (next is { Type: ServedEventType.Bookmark, EndsInitialEvents: true } && !marksInitialEnd)
        {
            return;
        }

        body.Write(GetBeginning(next.Type));
        AppendObject(body, next.Object ?? CreateBookmark(next));
        body.Write("}\n"u8);
    }

    /// <summary>Appends an error as a line, which is the last one.</summary>
    public static void AppendError(IBufferWriter<byte> body, KubernetesStatus status)
    {
        body.Write("{\"type\":\"ERROR\",\"object\":"u8);
        ImageStreamJson.Serialize(body, status);
        body.Write("}\n"u8);
    }

    private static ReadOnlySpan<byte> GetBeginning(ServedEventType type) => type switch
    {
        ServedEventType.Added => "{\"type\":\"ADDED\",\"object\":"u8,
        ServedEventType.Modified => "{\"type\":\"MODIFIED\",\"object\":"u8,
        ServedEventType.Deleted => "{\"type\":\"DELETED\",\"object\":"u8,
        _ => "{\"type\":\"BOOKMARK\",\"object\":"u8,
    };

    // Only the first table of a watch has the definitions of its columns.
    private void AppendObject(IBufferWriter<byte> body, ServedObject value)
    {
        if (format.Shape != BodyShape.Table)
        {
            AnswerBodies.AppendOne(body, resource, value, format, default);
            return;
        }

        TableBody.AppendOne(body, resource, value, format, timeProvider.GetUtcNow(), hasColumns: !_hasColumns);
        _hasColumns = true;
    }

    private ServedObject CreateBookmark(ServedEvent bookmark)
    {
        var text = resource.EmptyObject;
        var metadata = Encoding.UTF8.GetString(new ServedObject(Encoding.UTF8.GetBytes(text)).Metadata.Span);
        var separator = metadata.Length > 2 ? "," : "";
        var mark = bookmark.EndsInitialEvents ? InitialEventsEnd : "";
        var next = $"{metadata[..^1]}{separator}\"resourceVersion\":\"{bookmark.ResourceVersion}\"{mark}}}";

        // The metadata of the object itself come first; others may be inside of it.
        var start = text.IndexOf(Metadata + metadata, StringComparison.Ordinal) + Metadata.Length;
        return new ServedObject(Encoding.UTF8.GetBytes(text.Remove(start, metadata.Length).Insert(start, next)));
    }
}
