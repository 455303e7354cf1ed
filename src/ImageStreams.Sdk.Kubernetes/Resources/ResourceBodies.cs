using System.Buffers;
using System.Text.Json;
using ImageStreams.Clients;
using ImageStreams.Serialization;

namespace ImageStreams.Kubernetes;

/// <summary>Reads and writes the bodies of requests and responses.</summary>
internal static class ResourceBodies
{
    // The path of a request says which kind there is; custom resources have it in a group of their own.
    private static readonly ImageStreamJsonOptions OfAnyGroup = new() { CheckKind = false };

    /// <summary>Reads an object.</summary>
    /// <exception cref="ApiException">The body is no such object.</exception>
    public static T Read<T>(ReadOnlySpan<byte> body)
        where T : class, IWireObject<T>
    {
        try
        {
            return ImageStreamJson.Deserialize<T>(body, OfAnyGroup);
        }
        catch (WireFormatException e)
        {
            throw ReplyErrors.Unreadable($"The {typeof(T).Name} of the server", e);
        }
    }

    /// <summary>Reads the response to a deletion: the object that is being deleted, or a status for one that is gone.</summary>
    public static DeleteResult<T> ReadDeleted<T>(string name, byte[] body)
        where T : ApiObject, IWireObject<T>
    {
        if (Read<ClusterObject>(body).Kind == "Status")
        {
            var status = Read<KubernetesStatus>(body);
            return new DeleteResult<T>.Deleted { Name = status.Details?.Name ?? name, Uid = status.Details?.Uid };
        }

        var value = Read<T>(body);
        return value.Metadata.DeletionTimestamp is null
            ? new DeleteResult<T>.Deleted { Name = value.Name, Uid = value.Metadata.Uid, Object = value }
            : new DeleteResult<T>.Finalizing { Object = value };
    }

    /// <summary>Writes the options of a deletion; null where there are none.</summary>
    public static ReadOnlyMemory<byte>? Write(DeleteOptions? options)
    {
        if (options is null)
        {
            return null;
        }

        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer);
        writer.WriteStartObject();
        writer.WriteString("kind", "DeleteOptions");
        writer.WriteString("apiVersion", "v1");
        WritePreconditions(writer, options);
        if (options.DryRun)
        {
            writer.WriteStartArray("dryRun");
            writer.WriteStringValue("All");
            writer.WriteEndArray();
        }

        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void WritePreconditions(Utf8JsonWriter writer, DeleteOptions options)
    {
        if ((options.Uid ?? options.ResourceVersion) is null)
        {
            return;
        }

        writer.WriteStartObject("preconditions");
        WriteText(writer, "uid", options.Uid);
        WriteText(writer, "resourceVersion", options.ResourceVersion);
        writer.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
