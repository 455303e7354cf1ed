using System.Text;
using ImageStreams.Collections;
using ImageStreams.Patching;
using ImageStreams.Serialization;

namespace ImageStreams.Clients;

/// <summary>Reads the bodies of requests that create or replace objects, as an API server does.</summary>
public static class RequestBodies
{
    private const int MaxExcerpt = 200;

    private static readonly ImageStreamJsonOptions Known = ImageStreamJsonOptions.Default with { KeepUnknownFields = false };

    /// <summary>Reads an object.</summary>
    /// <typeparam name="T">The record to read.</typeparam>
    /// <param name="utf8Json">The body: one JSON object in UTF-8.</param>
    /// <param name="validation">The way to treat unknown and duplicate fields, which are dropped in any case.</param>
    /// <param name="onWarning">Called for each warning, such as <c>unknown field "spec.tags[0].nmae"</c>; null to drop
    /// them.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ApiException">The body is no object of the kind and version, or has unknown or duplicate fields and the
    /// validation is strict (<see cref="ApiFailure.BadRequest"/>).</exception>
    public static T Read<T>(
        ReadOnlySpan<byte> utf8Json,
        FieldValidation validation = FieldValidation.Warn,
        Action<string>? onWarning = null)
        where T : ApiObject, IWireObject<T>
    {
        var value = ReadKnown<T>(utf8Json, validation, out var problems);
        RequireVersion(T.Type, value.ApiVersion);
        var texts = problems.Select(FieldProblemTexts.Describe).ToList();
        if (validation == FieldValidation.Strict && texts.Count > 0)
        {
            throw Refuse(T.Type, $"strict decoding error: {string.Join(", ", texts)}");
        }

        texts.ForEach(onWarning ?? (static _ => { }));
        return value;
    }

    // Who ignores the problems does not have them found.
    private static T ReadKnown<T>(ReadOnlySpan<byte> utf8Json, FieldValidation validation, out ValueList<FieldProblem> problems)
        where T : ApiObject, IWireObject<T>
    {
        problems = default;
        try
        {
            return validation == FieldValidation.Ignore
                ? ImageStreamJson.Deserialize<T>(utf8Json, Known)
                : ImageStreamJson.Deserialize<T>(utf8Json, Known, out problems);
        }
        catch (WireFormatException e) when (e.Reason == WireFailure.Syntax)
        {
            throw ApiErrors.BadRequest(
                $"the object provided is unrecognized (must be of type {GetKind(T.Type)}): couldn't get version/kind; "
                + $"json parse error: {e.Message} ({Excerpt(utf8Json)})",
                e);
        }
        catch (WireFormatException e)
        {
            throw Refuse(T.Type, e.Message, e);
        }
    }

    private static void RequireVersion(WireType type, string? version)
    {
        if (!type.IsVersion(version))
        {
            var (kind, name) = (GetKind(type), version![(version!.IndexOf('/', StringComparison.Ordinal) + 1)..]);
            throw ApiErrors.BadRequest(
                $"{kind} in version {Quote(name)} cannot be handled as a {kind}: "
                + $"no kind {Quote(kind)} is registered for version {Quote(version)}");
        }
    }

    private static string Quote(string text) => GoQuotes.Quote(text[..Math.Min(text.Length, MaxExcerpt)]);

    private static ApiException Refuse(WireType type, string reason, Exception? inner = null) =>
        ApiErrors.BadRequest($"{GetKind(type)} in version \"v1\" cannot be handled as a {GetKind(type)}: {reason}", inner);

    private static string GetKind(WireType type) => type.Kind ?? type.Name;

    private static string Excerpt(ReadOnlySpan<byte> body) =>
        body.IsEmpty ? "<empty>" : Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxExcerpt)]);
}
