using System.Buffers;
using System.Text;
using ImageStreams.Serialization;

namespace ImageStreams.AspNetCore;

/// <summary>Puts bodies together from the JSON of their objects.</summary>
internal static class BodyBuffer
{
    /// <summary>Appends the beginning of an object: its brace, kind and version.</summary>
    public static void AppendType(IBufferWriter<byte> body, string kind, string apiVersion)
    {
        body.Write("{\"kind\":\""u8);
        Append(body, kind);
        body.Write("\",\"apiVersion\":\""u8);
        Append(body, apiVersion);
        body.Write("\""u8);
    }

    /// <summary>Appends an object with its kind and version.</summary>
    public static void AppendObject(IBufferWriter<byte> body, ResourceDefinition resource, ServedObject value)
    {
        AppendObjectHead(body, resource, value);
        body.Write(value.Utf8Json.Span[1..]);
    }

    /// <summary>Appends an object up to its first member other than its kind and version, which is at 1 of its JSON.</summary>
    public static void AppendObjectHead(IBufferWriter<byte> body, ResourceDefinition resource, ServedObject value)
    {
        AppendType(body, value.Kind ?? resource.Kind, value.ApiVersion ?? resource.ApiVersion);
        body.Write(value.Utf8Json.Length == 2 ? default : ","u8);
    }

    /// <summary>Appends the metadata of an object, as an object of its own.</summary>
    public static void AppendMetadata(IBufferWriter<byte> body, string metaVersion, ServedObject value)
    {
        AppendType(body, "PartialObjectMetadata", metaVersion);
        body.Write(",\"metadata\":"u8);
        body.Write(value.Metadata.Span);
        body.Write("}"u8);
    }

    /// <summary>Appends the metadata of a list, and the name of its items.</summary>
    public static void AppendListMeta(IBufferWriter<byte> body, ListMeta metadata)
    {
        body.Write(",\"metadata\":"u8);
        ImageStreamJson.Serialize(body, metadata);
    }

    /// <summary>Appends text that needs no escapes.</summary>
    public static void Append(IBufferWriter<byte> body, string text)
    {
        var span = body.GetSpan(Encoding.UTF8.GetMaxByteCount(text.Length));
        body.Advance(Encoding.UTF8.GetBytes(text, span));
    }
}
