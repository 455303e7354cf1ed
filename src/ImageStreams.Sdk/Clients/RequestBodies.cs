using ImageStreams.Patching;
using ImageStreams.Serialization;

namespace ImageStreams.Clients;

/// <summary>Reads the bodies of requests that create or replace objects, as an API server does.</summary>
public static class RequestBodies
{
    /// <summary>Reads an object.</summary>
    /// <typeparam name="T">The record to read.</typeparam>
    /// <param name="utf8Json">The body: one JSON object in UTF-8.</param>
    /// <param name="validation">The way to treat unknown and duplicate fields, which are dropped in any case.</param>
    /// <param name="onWarning">Called for each warning, such as <c>unknown field "spec.tags[0].nmae"</c>; null to drop
    /// them.</param>
    /// <returns>The object.</returns>
    /// <exception cref="ApiException">The body is no object of the kind, or has unknown or duplicate fields and the validation is
    /// strict (<see cref="ApiFailure.BadRequest"/>).</exception>
    public static T Read<T>(
        ReadOnlySpan<byte> utf8Json,
        FieldValidation validation = FieldValidation.Warn,
        Action<string>? onWarning = null)
        where T : class, IWireObject<T>
    {
        var value = ReadLeniently<T>(utf8Json);
        if (validation == FieldValidation.Ignore)
        {
            return value;
        }

        var problems = FieldProblems.Find(utf8Json, T.Type).Select(FieldProblemTexts.Describe).ToList();
        if (validation == FieldValidation.Strict && problems.Count > 0)
        {
            throw CreateError(T.Type, $"strict decoding error: {string.Join(", ", problems)}", inner: null);
        }

        problems.ForEach(onWarning ?? (static _ => { }));
        return value;
    }

    private static T ReadLeniently<T>(ReadOnlySpan<byte> utf8Json)
        where T : class, IWireObject<T>
    {
        try
        {
            return ImageStreamJson.Deserialize<T>(utf8Json, ImageStreamJsonOptions.Default with { KeepUnknownFields = false });
        }
        catch (WireFormatException e)
        {
            throw CreateError(T.Type, e.Message, e);
        }
    }

    private static ApiException CreateError(WireType type, string reason, Exception? inner)
    {
        var kind = type.Kind ?? type.Name;
        return ApiErrors.BadRequest($"{kind} in version \"v1\" cannot be handled as a {kind}: {reason}", inner);
    }
}
