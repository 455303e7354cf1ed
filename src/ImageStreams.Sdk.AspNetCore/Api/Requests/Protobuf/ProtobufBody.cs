using System.Text.Json.Nodes;
using ImageStreams.Clients;

namespace ImageStreams.AspNetCore;

/// <summary>Reads objects in the protobuf form of Kubernetes: four bytes, and an envelope with kind and message.</summary>
internal static class ProtobufBody
{
    private const int TypeField = 1;
    private const int RawField = 2;

    private static ReadOnlySpan<byte> Magic => "k8s\0"u8;

    /// <summary>Turns an object into JSON.</summary>
    /// <exception cref="ApiException">The bytes are something else (400), or of a kind that is not read so (415).</exception>
    public static byte[] ToJson(ReadOnlySpan<byte> body) => ObjectDocuments.ToUtf8(Read(body));

    private static JsonObject Read(ReadOnlySpan<byte> body)
    {
        if (!body.StartsWith(Magic))
        {
            throw AccessErrors.BadRequest("the body does not begin as a protobuf of Kubernetes does");
        }

        try
        {
            return ReadEnvelope(body[Magic.Length..]);
        }
        catch (FormatException e)
        {
            throw AccessErrors.BadRequest($"the body cannot be read: {e.Message}");
        }
    }

    private static JsonObject ReadEnvelope(ReadOnlySpan<byte> bytes)
    {
        var (apiVersion, kind) = ("", "");
        ReadOnlySpan<byte> raw = [];
        var reader = new ProtobufReader(bytes);
        while (reader.Read())
        {
            if (reader.Field == TypeField)
            {
                (apiVersion, kind) = ReadType(reader.Content);
            }
            else if (reader.Field == RawField)
            {
                raw = reader.Content;
            }
        }

        var json = (ProtobufMessages.FindKind(kind) ?? throw MediaTypes.UnreadProtobuf()).Read(raw);
        json["apiVersion"] = apiVersion;
        json["kind"] = kind;
        return json;
    }

    private static (string ApiVersion, string Kind) ReadType(ReadOnlySpan<byte> bytes)
    {
        var (apiVersion, kind) = ("", "");
        var reader = new ProtobufReader(bytes);
        while (reader.Read())
        {
            (apiVersion, kind) = reader.Field switch
            {
                1 => (reader.Text, kind),
                2 => (apiVersion, reader.Text),
                _ => (apiVersion, kind),
            };
        }

        return (apiVersion, kind);
    }
}
