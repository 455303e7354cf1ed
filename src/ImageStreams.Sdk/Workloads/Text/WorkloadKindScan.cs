using System.Text.Json;
using ImageStreams.Serialization;

namespace ImageStreams.Workloads;

/// <summary>Finds the kind of an object, which is mostly near its beginning. Of several, the last one counts.</summary>
internal static class WorkloadKindScan
{
    private const string Expected = "the kind of an object that runs pods, such as Deployment";

    /// <summary>Finds the first kind in a text; null when there is none, or it is not one that runs pods.</summary>
    /// <param name="text">The JSON text, which is read up to its kind.</param>
    /// <exception cref="WireFormatException">The text is not JSON up to there, or is nested too deeply.</exception>
    public static WorkloadKind? FindFirst(ReadOnlySpan<byte> text)
    {
        var json = new JsonScanner(text, ImageStreamJsonOptions.DefaultMaxDepth);
        try
        {
            return MoveToKind(ref json, out _) ? ReadKnownKind(json, out _) : null;
        }
        catch (JsonException e)
        {
            throw JsonSyntax.Explain(text, json.Error, ImageStreamJsonOptions.DefaultMaxDepth, e);
        }
    }

    /// <summary>Finds the last kind in a text; a kind that is not text ends the search, as Go refuses it.</summary>
    /// <exception cref="WireFormatException">The text is not JSON, is nested too deeply, or the kind is another one.</exception>
    public static WorkloadKind FindLast(ReadOnlySpan<byte> text)
    {
        var json = new JsonScanner(text, ImageStreamJsonOptions.DefaultMaxDepth);
        try
        {
            WorkloadKind? kind = null;
            var hasKind = MoveToKind(ref json, out var issue);
            while (hasKind)
            {
                kind = ReadKnownKind(json, out issue);
                hasKind = issue.Reason == WireFailure.Kind && MoveToNextKind(ref json);
            }

            return kind ?? throw WireErrors.Value(text, issue);
        }
        catch (JsonException e) when (e is not WireFormatException)
        {
            throw JsonSyntax.Explain(text, json.Error, ImageStreamJsonOptions.DefaultMaxDepth, e);
        }
    }

    /// <summary>Reads the last kind and version of an object; those before the first error, which reading reports.</summary>
    public static (string? Kind, string? ApiVersion) ReadType(ReadOnlySpan<byte> text)
    {
        string? kind = null;
        string? apiVersion = null;
        var scanner = new ObjectScanner(text);
        try
        {
            scanner.StartRoot();
            while (scanner.MoveToNextField())
            {
                ReadField(ref scanner, ref kind, ref apiVersion);
            }
        }
        catch (JsonException)
        {
            // The error is found again, and reported with its location, when the object is read.
            return (kind, apiVersion);
        }

        return (kind, apiVersion);
    }

    private static void ReadField(ref ObjectScanner scanner, ref string? kind, ref string? apiVersion)
    {
        var name = scanner.FieldName;
        if (name.SequenceEqual("kind"u8))
        {
            kind = scanner.ReadText(kind);
        }
        else if (name.SequenceEqual("apiVersion"u8))
        {
            apiVersion = scanner.ReadText(apiVersion);
        }
        else
        {
            scanner.Skip();
        }
    }

    private static bool MoveToKind(ref JsonScanner json, out WireIssue issue)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            issue = new WireIssue(WireFailure.Type, json.TokenStart, "an object", JsonValueTexts.Describe(json));
            return false;
        }

        issue = new WireIssue(WireFailure.Kind, json.TokenStart, Expected, "no kind");
        return MoveToNextKind(ref json);
    }

    private static bool MoveToNextKind(ref JsonScanner json)
    {
        json.Read();
        while (json.TokenType == JsonTokenType.PropertyName)
        {
            var isKind = GoText.Unescaped(json.ValueSpan, json.ValueIsEscaped).SequenceEqual("kind"u8);
            json.ReadValue();
            if (isKind && json.TokenType != JsonTokenType.Null)
            {
                return true;
            }

            json.Skip();
            json.Read();
        }

        return false;
    }

    private static WorkloadKind? ReadKnownKind(JsonScanner json, out WireIssue issue)
    {
        var isText = json.TokenType == JsonTokenType.String;
        var failure = isText ? WireFailure.Kind : WireFailure.Type;
        issue = new WireIssue(failure, json.TokenStart, Expected, JsonValueTexts.Describe(json));
        return isText ? WorkloadKinds.FindKnown(GoText.Unescaped(json.ValueSpan, json.ValueIsEscaped)) : null;
    }
}
