using System.Globalization;
using ImageStreams.Clients;
using Microsoft.AspNetCore.Http;

namespace ImageStreams.AspNetCore;

/// <summary>Reads the options of lists and watches.</summary>
internal static class ListQueries
{
    private const string Kind = "ListOptions";
    private const string MatchField = "resourceVersionMatch";
    private const string Exact = "Exact";
    private const string NotOlderThan = "NotOlderThan";

    private static readonly ListOptions Everything = new();

    /// <summary>Determines whether a list is to be watched.</summary>
    public static bool IsWatch(IQueryCollection query) => query.Count > 0 && new QueryValues(query).Truth("watch") == true;

    /// <summary>Reads the options of a list.</summary>
    /// <exception cref="ApiException">An option is malformed (400), or not valid (422).</exception>
    public static ListOptions ReadList(IQueryCollection query)
    {
        if (query.Count == 0)
        {
            return Everything;
        }

        var values = new QueryValues(query);
        var limit = values.Number("limit") ?? 0;
        _ = values.Number("timeoutSeconds");
        CheckList(values);
        var version = values.NonEmpty("resourceVersion");
        version = ReadVersion(version, static message => ServedErrors.BadRequest("invalid resource version: " + message));
        return new ListOptions
        {
            LabelSelector = values.Text("labelSelector"),
            FieldSelector = values.Text("fieldSelector"),
            Limit = (int)Math.Clamp(limit, 0, int.MaxValue),
            Continue = values.NonEmpty("continue"),
            ResourceVersion = version,
            ResourceVersionMatch = ToMatch(values.NonEmpty(MatchField)),
        };
    }

    /// <summary>Reads the options of a watch.</summary>
    /// <param name="query">The query.</param>
    /// <param name="name">The name in the path; null for none.</param>
    /// <exception cref="ApiException">An option is malformed (400, or 500 for a version), or not valid (422).</exception>
    public static WatchOptions ReadWatch(IQueryCollection query, string? name)
    {
        var values = new QueryValues(query);
        _ = values.Number("limit");
        _ = values.Number("timeoutSeconds");
        CheckWatch(values);
        var version = values.NonEmpty("resourceVersion");
        version = ReadVersion(version, static message => ServedErrors.Create(ApiFailure.InternalError, 500, null, message));
        return new WatchOptions
        {
            LabelSelector = values.Text("labelSelector"),
            FieldSelector = name is null ? values.Text("fieldSelector") : $"metadata.name={name}",
            ResourceVersion = version,
            SendInitialEvents = values.Truth("sendInitialEvents"),
        };
    }

    /// <summary>Reads a version, which is a number of 64 bits, also with zeros in front; one that no store can have is the largest of
    /// all.</summary>
    public static string? ReadVersion(string? version, Func<string, ApiException> createError)
    {
        if (version is null)
        {
            return null;
        }

        if (!ulong.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            var quoted = GoQuote.Format(version);
            var mistake = version[0] is '-' or '+' ? "invalid syntax" : GoQuote.DescribeNumber(version);
            throw createError($"resourceVersion: Invalid value: {quoted}: strconv.ParseUint: parsing {quoted}: {mistake}");
        }

        return Math.Min(number, long.MaxValue).ToString(CultureInfo.InvariantCulture);
    }

    private static void CheckList(QueryValues values)
    {
        var errors = new OptionErrors(Kind);
        if (values.NonEmpty(MatchField) is { } match)
        {
            ForbidIf(values.NonEmpty("resourceVersion") is null, "resourceVersionMatch is forbidden unless resourceVersion is provided", errors);
            ForbidIf(values.NonEmpty("continue") is not null, "resourceVersionMatch is forbidden when continue is provided", errors);
            RefuseOtherThan(match, [Exact, NotOlderThan, ""], errors);
            ForbidIf(
                match == Exact && values.Text("resourceVersion") == "0",
                "resourceVersionMatch \"exact\" is forbidden for resourceVersion \"0\"",
                errors);
        }

        if (values.Text("sendInitialEvents") is not null)
        {
            errors.Forbid("sendInitialEvents", "sendInitialEvents is forbidden for list");
        }

        errors.ThrowIfAny();
    }

    private static void CheckWatch(QueryValues values)
    {
        var errors = new OptionErrors(Kind);
        var match = values.NonEmpty(MatchField);
        var sendsInitialEvents = values.Text("sendInitialEvents") is not null;
        ForbidIf(
            sendsInitialEvents && match != NotOlderThan, "sendInitialEvents requires setting resourceVersionMatch to NotOlderThan", errors);
        if (match is not null)
        {
            ForbidIf(!sendsInitialEvents, "resourceVersionMatch is forbidden for watch unless sendInitialEvents is provided", errors);
            RefuseOtherThan(match, [NotOlderThan], errors);
            ForbidIf(values.NonEmpty("continue") is not null, "resourceVersionMatch is forbidden when continue is provided", errors);
        }

        errors.ThrowIfAny();
    }

    private static void ForbidIf(bool isForbidden, string message, OptionErrors errors)
    {
        if (isForbidden)
        {
            errors.Forbid(MatchField, message);
        }
    }

    private static void RefuseOtherThan(string match, string[] supported, OptionErrors errors)
    {
        if (match.Length == 0 || !supported.Contains(match))
        {
            errors.RefuseUnsupported(MatchField, GoQuote.Format(match), supported);
        }
    }

    private static ResourceVersionMatch? ToMatch(string? match) => match switch
    {
        Exact => ResourceVersionMatch.Exact,
        NotOlderThan => ResourceVersionMatch.NotOlderThan,
        _ => null,
    };
}
