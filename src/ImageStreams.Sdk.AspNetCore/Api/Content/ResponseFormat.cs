using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>The format that a client asks for with <c>Accept</c>, and with <c>pretty</c> and <c>includeObject</c> in the query.</summary>
internal readonly record struct ResponseFormat
{
    private const string Representations =
        "Available representations: application/json, application/yaml; this server does not write application/vnd.kubernetes.protobuf";

    /// <summary>JSON as it is.</summary>
    public static ResponseFormat Default => default;

    public BodyShape Shape { get; init; }

    /// <summary>The <c>apiVersion</c> of tables and of metadata; null where there are none.</summary>
    public string? MetaVersion { get; init; }

    public bool IsYaml { get; init; }

    public bool IsPretty { get; init; }

    public RowObject RowObject { get; init; }

    /// <summary>Gets a value indicating whether objects are sent as the JSON that they are.</summary>
    public bool IsAsItIs => Shape == BodyShape.Plain && !IsYaml && !IsPretty;

    /// <summary>Finds the first format that the client accepts.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isWatch">True for a watch, which is a sequence of JSON.</param>
    /// <param name="hasTable">False for objects of which there are no tables: the next format that is accepted counts.</param>
    /// <exception cref="ApiException">There is none (406), or the query is malformed (400).</exception>
    public static ResponseFormat Negotiate(HttpRequest request, bool isWatch, bool hasTable = true)
    {
        var accept = request.Headers.Accept.ToString();
        var format = IsPlainJson(accept) ? Default : Find(accept, isWatch, hasTable) ?? throw NotAcceptable();
        return format with { IsPretty = !isWatch && IsPrettyAsked(request), RowObject = ReadRowObject(request) };
    }

    /// <summary>Returns the format of an error: the one asked for as far as it is a syntax.</summary>
    public static ResponseFormat ForErrors(HttpRequest request) =>
        new() { IsYaml = MediaTypes.WithoutParameters(request.Headers.Accept.ToString()) == MediaTypes.Yaml };

    /// <summary>Creates the error for a format that objects do not have.</summary>
    public static ApiException NotAcceptable(string message = $"406: Not Acceptable\n\n{Representations}") =>
        ServedErrors.Create(ApiFailure.Unknown, 406, "NotAcceptable", message, new StatusDetails());

    private static bool IsPlainJson(string accept) => accept is "" or MediaTypes.Json or "application/json, */*" or "*/*";

    private static ResponseFormat? Find(string accept, bool isWatch, bool hasTable)
    {
        foreach (var clause in accept.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).OrderByDescending(Quality))
        {
            if (AcceptClause.Parse(clause).FindFormat() is { } format && !(isWatch && format.IsYaml) && (hasTable || format.Shape != BodyShape.Table))
            {
                return format;
            }
        }

        return null;
    }

    // Sorting is stable, so that of equal qualities the first one counts.
    private static double Quality(string clause) => AcceptClause.Parse(clause).Quality;

    private static bool IsPrettyAsked(HttpRequest request)
    {
        if (request.QueryString.HasValue && new QueryValues(request.Query).NonEmpty("pretty") is { } pretty)
        {
            return pretty is "1" or "t" or "T" or "true" or "TRUE" or "True";
        }

        var agent = request.Headers.UserAgent.ToString();
        return agent.StartsWith("curl", StringComparison.Ordinal) || agent.StartsWith("Wget", StringComparison.Ordinal)
            || agent.StartsWith("Mozilla/5.0", StringComparison.Ordinal);
    }

    private static RowObject ReadRowObject(HttpRequest request)
    {
        var value = request.QueryString.HasValue ? new QueryValues(request.Query).NonEmpty("includeObject") : null;
        return value switch
        {
            null or "Metadata" => RowObject.Metadata,
            "Object" => RowObject.Object,
            "None" => RowObject.None,
            _ => throw ServedErrors.BadRequest($"unrecognized includeObject value: {GoQuote.Format(value)}"),
        };
    }
}
