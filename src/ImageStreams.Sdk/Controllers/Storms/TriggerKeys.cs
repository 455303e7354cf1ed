using System.Diagnostics.CodeAnalysis;
using ImageStreams.References;
using ImageStreams.Triggers;

namespace ImageStreams.Controllers;

/// <summary>The keys of objects, streams and pauses in the records of a controller's state.</summary>
internal static class TriggerKeys
{
    /// <summary>The key of a pause of everything.</summary>
    public const string Everything = "*";

    private const string StreamKind = "ImageStream";
    private const char Space = ' ';
    private const char Slash = '/';

    /// <summary>Formats the key of an object, such as <c>Deployment shop/web</c>; the slash is always there.</summary>
    public static string Format(TriggerObject target) => Format(target.Kind, target.Namespace, target.Name);

    public static string Format(TriggerPause pause) => pause switch
    {
        TriggerPause.SingleObject one => Format(one.Object),
        TriggerPause.SingleStream one => Format(one.Stream),
        _ => Everything,
    };

    public static string Format(ImageStreamName stream) => Format(StreamKind, stream.Namespace, stream.Name);

    /// <summary>Reads the key of an object.</summary>
    public static bool TryParse(string key, [NotNullWhen(true)] out TriggerObject? target)
    {
        target = null;
        var space = key.IndexOf(Space, StringComparison.Ordinal);
        var slash = space < 0 ? -1 : key.IndexOf(Slash, space);
        if (slash < 0)
        {
            return false;
        }

        target = new TriggerObject { Kind = key[..space], Namespace = key[(space + 1)..slash], Name = key[(slash + 1)..] };
        return true;
    }

    /// <summary>Reads the key of a pause.</summary>
    public static TriggerPause? TryParsePause(string key, DateTimeOffset since)
    {
        if (key == Everything)
        {
            return new TriggerPause.Everything { Since = since };
        }

        if (!TryParse(key, out var target))
        {
            return null;
        }

        return target.Kind == StreamKind && ImageStreamName.TryParse($"{target.Namespace}/{target.Name}", out var stream)
            ? new TriggerPause.SingleStream { Since = since, Stream = stream }
            : new TriggerPause.SingleObject { Since = since, Object = target };
    }

    private static string Format(string kind, string ns, string name) => $"{kind}{Space}{ns}{Slash}{name}";
}
