using System.Text.Json;
using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the options of a deletion.</summary>
/// <remarks>As on the server, a body counts, and the query only without one.</remarks>
internal static class DeleteBody
{
    private const string Kind = "DeleteOptions";

    /// <summary>Reads the options.</summary>
    /// <param name="request">The request.</param>
    /// <param name="body">The body as JSON; empty for none.</param>
    /// <exception cref="ApiException">The body is no such object (400), or an option is not valid (422).</exception>
    public static DeleteOptions Read(HttpRequest request, ReadOnlyMemory<byte> body) =>
        body.IsEmpty ? ReadQuery(new QueryValues(request.Query)) : ReadBody(body);

    private static DeleteOptions ReadQuery(QueryValues query)
    {
        var errors = new OptionErrors(Kind);
        var isDryRun = WriteQuery.ReadDryRun(query.All("dryRun"), errors);
        CheckPropagation(query.Text("propagationPolicy") ?? "", errors);
        errors.ThrowIfAny();
        return new DeleteOptions { DryRun = isDryRun };
    }

    private static DeleteOptions ReadBody(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return Read(document.RootElement);
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw ServedErrors.Create(
                ApiFailure.BadRequest, 400, StatusReasons.BadRequest, $"the body is no {Kind}: {e.Message}", innerException: e);
        }
    }

    private static DeleteOptions Read(JsonElement body)
    {
        if (FindText(body, "kind") is { Length: > 0 } and not Kind)
        {
            throw ServedErrors.Create(ApiFailure.InternalError, 500, null, $"decoded object cannot be converted to {Kind}");
        }

        var errors = new OptionErrors(Kind);
        var dryRun = body.TryGetProperty("dryRun", out var values) && values.ValueKind == JsonValueKind.Array
            ? values.EnumerateArray().Select(value => value.GetString() ?? "").ToList()
            : [];
        var isDryRun = WriteQuery.ReadDryRun(dryRun, errors);
        CheckPropagation(FindText(body, "propagationPolicy") ?? "", errors);
        errors.ThrowIfAny();
        var preconditions = body.TryGetProperty("preconditions", out var found) ? found : default;
        return new DeleteOptions
        {
            DryRun = isDryRun,
            Uid = FindText(preconditions, "uid"),
            ResourceVersion = FindText(preconditions, "resourceVersion"),
        };
    }

    private static void CheckPropagation(string policy, OptionErrors errors)
    {
        if (policy is not ("" or "Foreground" or "Background" or "Orphan"))
        {
            errors.RefuseUnsupported("propagationPolicy", GoQuote.Format(policy), "Foreground", "Background", "Orphan", "nil");
        }
    }

    private static string? FindText(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) ? value.GetString() : null;
}
