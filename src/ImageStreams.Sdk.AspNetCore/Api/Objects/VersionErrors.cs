using System.Globalization;
using System.Text.Json.Nodes;
using ImageStreams.Clients;
using ImageStreams.Validation;

namespace ImageStreams.AspNetCore;

/// <summary>Creates the errors of versions that a write names, or must name.</summary>
internal static class VersionErrors
{
    /// <summary>True for a text that may be a version.</summary>
    public static bool IsNumber(string version) => ulong.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    /// <summary>Creates the error for a version that is no number; a server answers it with 500.</summary>
    public static ApiException NoNumber(string version) => ServedErrors.Create(
        ApiFailure.InternalError, 500, null, $"strconv.ParseUint: parsing \"{version}\": invalid syntax");

    /// <summary>Requires that objects of a kind may be replaced without naming a version.</summary>
    /// <exception cref="ApiException">They may not (422).</exception>
    public static void RequireUnconditional(ObjectKind kind, ObjectErrors errors, string name)
    {
        if (kind.RequiresVersion)
        {
            throw errors.Invalid(name, [Missing]);
        }
    }

    /// <summary>Requires that a patched object has a version; that of before is there unless the patch has removed it.</summary>
    /// <exception cref="ApiException">There is none, or 0 (422).</exception>
    public static void RequirePatched(JsonObject document, string? before, ObjectErrors errors, string name)
    {
        var version = document.FindText("metadata", "resourceVersion");
        if (before is not null && version is null or "" or "0")
        {
            throw errors.Invalid(name, [Missing]);
        }
    }

    /// <summary>Requires that an object to create by an apply names no version.</summary>
    /// <exception cref="ApiException">It names one (409).</exception>
    public static void RequireNone(JsonObject document, ObjectErrors errors, string name)
    {
        if (document.FindText("metadata", "resourceVersion") is { Length: > 0 } and not "0")
        {
            throw errors.Conflict(name);
        }
    }

    private static FieldError Missing { get; } = new()
    {
        Type = FieldErrorType.Invalid,
        Field = "metadata.resourceVersion",
        BadValue = 0L,
        Detail = "Invalid value: 0: must be specified for an update",
    };
}
