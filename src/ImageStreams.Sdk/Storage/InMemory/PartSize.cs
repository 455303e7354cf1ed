using ImageStreams.Collections;

namespace ImageStreams.Storage;

/// <summary>Estimates the memory of the parts of objects: texts, and fields that the library does not know.</summary>
internal static class PartSize
{
    private const long TextBytes = 24;

    /// <summary>Estimates the bytes of texts; null has none.</summary>
    public static long Measure(params ReadOnlySpan<string?> texts)
    {
        var bytes = 0L;
        foreach (var text in texts)
        {
            bytes += text is null ? 0 : TextBytes + (sizeof(char) * (long)text.Length);
        }

        return bytes;
    }

    /// <summary>Estimates the bytes of a map of texts.</summary>
    public static long Measure(ValueMap<string> map)
    {
        var bytes = 0L;
        foreach (var (key, value) in map)
        {
            bytes += Measure(key, value);
        }

        return bytes;
    }

    /// <summary>Estimates the bytes of unknown fields.</summary>
    public static long Measure(ValueMap<RawJson> fields)
    {
        var bytes = 0L;
        foreach (var (key, value) in fields)
        {
            bytes += Measure(key) + value.Utf8.Length;
        }

        return bytes;
    }

    /// <summary>Estimates the bytes of a map of texts that the next version does not share; null when there is none.</summary>
    public static long MeasureDropped(ValueMap<string> map, ValueMap<string>? next) =>
        next is { } kept && map.IsSameAs(kept) ? 0 : Measure(map);

    /// <summary>Estimates the bytes of unknown fields that the next version does not share; null when there is none.</summary>
    public static long MeasureDropped(ValueMap<RawJson> fields, ValueMap<RawJson>? next) =>
        next is { } kept && fields.IsSameAs(kept) ? 0 : Measure(fields);

    /// <summary>Estimates the bytes of a list that the next version does not share; null when there is none.</summary>
    public static long MeasureDropped<T>(ValueList<T> list, ValueList<T>? next, Func<T, long> measure)
    {
        if (next is { } kept && list.IsSameAs(kept))
        {
            return 0;
        }

        var bytes = 0L;
        foreach (var item in list)
        {
            bytes += measure(item);
        }

        return bytes;
    }
}
