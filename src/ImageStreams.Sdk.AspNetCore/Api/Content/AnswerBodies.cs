using System.Buffers;

namespace ImageStreams.AspNetCore;

/// <summary>Creates the JSON of answers in each shape.</summary>
internal static class AnswerBodies
{
    private const int Envelope = 512;

    /// <summary>Appends one object.</summary>
    public static void AppendOne(
        IBufferWriter<byte> body, ResourceDefinition resource, ServedObject value, ResponseFormat format, DateTimeOffset now)
    {
        switch (format.Shape)
        {
            case BodyShape.Table:
                TableBody.AppendOne(body, resource, value, format, now, hasColumns: true);
                break;
            case BodyShape.Metadata:
                BodyBuffer.AppendMetadata(body, format.MetaVersion!, value);
                break;
            case BodyShape.MetadataList:
                throw ResponseFormat.NotAcceptable("you requested PartialObjectMetadataList, but the requested object is not a list");
            default:
                BodyBuffer.AppendObject(body, resource, value);
                break;
        }
    }

    /// <summary>Appends a list.</summary>
    public static void AppendList(
        IBufferWriter<byte> body, ResourceDefinition resource, ServedList list, ResponseFormat format, DateTimeOffset now)
    {
        switch (format.Shape)
        {
            case BodyShape.Table:
                TableBody.AppendList(body, resource, list, format, now);
                break;
            case BodyShape.MetadataList:
                AppendMetadataList(body, list, format.MetaVersion!);
                break;
            case BodyShape.Metadata:
                throw ResponseFormat.NotAcceptable("you requested PartialObjectMetadata, but the requested object is a list");
            default:
                AppendPlainList(body, resource, list);
                break;
        }
    }

    /// <summary>Estimates the bytes of a list.</summary>
    public static int EstimateSize(ServedList list)
    {
        long bytes = Envelope;
        foreach (var item in list.Items)
        {
            bytes += item.Utf8Json.Length + 1;
        }

        return (int)Math.Min(bytes, Array.MaxLength);
    }

    /// <summary>Appends a list up to its items.</summary>
    public static void AppendListHead(IBufferWriter<byte> body, ResourceDefinition resource, ServedList list)
    {
        BodyBuffer.AppendType(body, list.Kind ?? resource.ListKind, list.ApiVersion ?? resource.ApiVersion);
        BodyBuffer.AppendListMeta(body, list.Metadata);
        body.Write(",\"items\":["u8);
    }

    /// <summary>Appends an object of a list.</summary>
    public static void AppendItem(IBufferWriter<byte> body, ResourceDefinition resource, ServedList list, ServedObject item)
    {
        if (list.NamesKinds)
        {
            BodyBuffer.AppendObject(body, resource, item);
        }
        else
        {
            body.Write(item.Utf8Json.Span);
        }
    }

    private static void AppendPlainList(IBufferWriter<byte> body, ResourceDefinition resource, ServedList list)
    {
        AppendListHead(body, resource, list);
        for (var i = 0; i < list.Items.Count; i++)
        {
            body.Write(i == 0 ? default : ","u8);
            AppendItem(body, resource, list, list.Items[i]);
        }

        body.Write("]}"u8);
    }

    private static void AppendMetadataList(IBufferWriter<byte> body, ServedList list, string metaVersion)
    {
        BodyBuffer.AppendType(body, "PartialObjectMetadataList", metaVersion);
        BodyBuffer.AppendListMeta(body, list.Metadata);
        body.Write(",\"items\":["u8);
        for (var i = 0; i < list.Items.Count; i++)
        {
            body.Write(i == 0 ? default : ","u8);
            BodyBuffer.AppendMetadata(body, metaVersion, list.Items[i]);
        }

        body.Write("]}"u8);
    }
}
