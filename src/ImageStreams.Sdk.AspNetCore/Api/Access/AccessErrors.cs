using ImageStreams.Clients;
using ImageStreams.Lifecycle;

namespace ImageStreams.AspNetCore;

/// <summary>The answers to requests that are not admitted.</summary>
internal static class AccessErrors
{
    /// <summary>Creates the answer to credentials that nobody knows, and to none where nobody may come without.</summary>
    public static ApiException Unauthorized() => ServedErrors.Create(ApiFailure.Unauthorized, 401, StatusReasons.Unauthorized, "Unauthorized");

    /// <summary>Creates the answer to a request that contradicts itself.</summary>
    public static ApiException BadRequest(string message) => ServedErrors.Create(ApiFailure.BadRequest, 400, StatusReasons.BadRequest, message);

    /// <summary>Creates the answer to a denied access.</summary>
    public static ApiException Forbidden(ApiAccess access, AccessDecision decision) => Forbidden(access, Join(decision));

    /// <summary>Creates the answer to a denied access, with a reason; empty for none.</summary>
    public static ApiException Forbidden(ApiAccess access, string reason)
    {
        var sentence = reason.Length == 0 ? access.ToString() : $"{access}: {reason}";
        return ServedErrors.Create(ApiFailure.Forbidden, 403, StatusReasons.Forbidden, Begin(access) + sentence, CreateDetails(access));
    }

    private static string Begin(ApiAccess access)
    {
        if (!access.IsResource)
        {
            return "forbidden: ";
        }

        var resource = access.Group.Length == 0 ? access.Resource : $"{access.Resource}.{access.Group}";
        return access.Name.Length == 0 ? $"{resource} is forbidden: " : $"{resource} {AccessText.Quote(access.Name)} is forbidden: ";
    }

    private static StatusDetails CreateDetails(ApiAccess access) => new()
    {
        Name = NullIfEmpty(access.Name),
        Group = NullIfEmpty(access.Group),
        Kind = NullIfEmpty(access.Resource),
    };

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    private static string Join(AccessDecision decision) =>
        string.Join(": ", new[] { decision.EvaluationError, decision.Reason }.Where(static text => text.Length > 0));
}
