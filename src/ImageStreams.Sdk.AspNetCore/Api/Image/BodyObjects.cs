using System.Text;
using ImageStreams.Clients;
using ImageStreams.Patching;
using ImageStreams.Collections;
using ImageStreams.Serialization;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the objects in bodies as an API server does.</summary>
internal static class BodyObjects
{
    private const int MaxExcerpt = 200;
    private const string GroupVersion = "image.openshift.io/v1";
    private const string LegacyVersion = "v1";

    private static readonly ImageStreamJsonOptions Known = ImageStreamJsonOptions.Default with { KeepUnknownFields = false };

    /// <summary>Reads the object; unknown and duplicate fields are refused, warned of, or ignored.</summary>
    /// <exception cref="ApiException">The body is no such object (400).</exception>
    public static T Read<T>(ResourceRequest request, string kind)
        where T : ApiObject, IWireObject<T>
    {
        try
        {
            var value = Read<T>(request, out var problems);
            RequireVersion(value.ApiVersion, kind);
            CheckFields(problems, request, kind);
            return value;
        }
        catch (WireFormatException e) when (e.Reason == WireFailure.Syntax)
        {
            throw BadRequest(
                $"the object provided is unrecognized (must be of type {kind}): couldn't get version/kind; json parse error: "
                + $"{e.Message} ({Excerpt(request.Body.Span)})",
                e);
        }
        catch (WireFormatException e)
        {
            throw BadRequest($"{kind} in version \"v1\" cannot be handled as a {kind}: {e.Message}", e);
        }
    }

    /// <summary>Returns metadata with the namespace of the path.</summary>
    /// <exception cref="ApiException">The body names another one (400).</exception>
    public static ObjectMeta InNamespace(ObjectMeta metadata, ResourceRequest request)
    {
        if (string.IsNullOrEmpty(metadata.Namespace))
        {
            return metadata with { Namespace = request.Namespace };
        }

        return metadata.Namespace == request.Namespace
            ? metadata
            : throw ServedErrors.BadRequest("the namespace of the provided object does not match the namespace sent on the request");
    }

    /// <summary>Requires that an object to replace has the name of the path.</summary>
    /// <exception cref="ApiException">It has another one, or none (400).</exception>
    public static void RequireName(ObjectMeta metadata, ResourceRequest request)
    {
        if (string.IsNullOrEmpty(metadata.Name))
        {
            throw ServedErrors.BadRequest(
                $"the name of the object ({request.Name} based on URL) was undeterminable: name must be provided");
        }

        if (metadata.Name != request.Name)
        {
            throw ServedErrors.BadRequest(
                $"the name of the object ({metadata.Name}) does not match the name on the URL ({request.Name})");
        }
    }

    private static void RequireVersion(string? version, string kind)
    {
        if (!string.IsNullOrEmpty(version) && version is not (GroupVersion or LegacyVersion))
        {
            throw ServedErrors.BadRequest(
                $"{kind} in version {GoQuote.Format(version[(version.IndexOf('/', StringComparison.Ordinal) + 1)..])} cannot be handled as a {kind}: "
                + $"no kind {GoQuote.Format(kind)} is registered for version {GoQuote.Format(version)}");
        }
    }

    // Who ignores the problems does not have them found.
    private static T Read<T>(ResourceRequest request, out ValueList<FieldProblem> problems)
        where T : ApiObject, IWireObject<T>
    {
        if (request.Write.FieldValidation != FieldValidation.Ignore)
        {
            return ImageStreamJson.Deserialize<T>(request.Body.Span, Known, out problems);
        }

        problems = default;
        return ImageStreamJson.Deserialize<T>(request.Body.Span, Known);
    }

    private static void CheckFields(ValueList<FieldProblem> problems, ResourceRequest request, string kind)
    {
        var texts = problems.Select(FieldProblemTexts.Describe).ToList();
        if (texts.Count > 0 && request.Write.FieldValidation == FieldValidation.Strict)
        {
            throw ServedErrors.BadRequest(
                $"{kind} in version \"v1\" cannot be handled as a {kind}: strict decoding error: {string.Join(", ", texts)}");
        }

        texts.ForEach(request.Warn);
    }

    private static string Excerpt(ReadOnlySpan<byte> body) =>
        body.IsEmpty ? "<empty>" : Encoding.UTF8.GetString(body[..Math.Min(body.Length, MaxExcerpt)]);

    private static ApiException BadRequest(string message, Exception cause) =>
        ServedErrors.Create(ApiFailure.BadRequest, 400, StatusReasons.BadRequest, message, innerException: cause);
}
