using System.Globalization;
using ImageStreams.Validation;

namespace ImageStreams.Clients;

/// <summary>Checks that an object is the version that its writer has read.</summary>
internal static class VersionCheck
{
    /// <summary>Checks that an object to create has no version; 0 and texts that are no number count as none.</summary>
    /// <exception cref="ApiException">It has a version; OpenShift answers with 500.</exception>
    public static void RequireNone(ObjectMeta metadata)
    {
        if (IsNumber(metadata.ResourceVersion, out var version) && version > 0)
        {
            throw ApiErrors.Unexpected("resourceVersion should not be set on objects to be created");
        }
    }

    /// <summary>Checks that an object may replace the current one.</summary>
    /// <exception cref="ApiException">The UID or the version differs, or there is no version.</exception>
    public static void RequireSame(ObjectMeta metadata, ObjectMeta old, string resource)
    {
        var name = old.Name ?? "";
        if (!string.IsNullOrEmpty(metadata.Uid) && metadata.Uid != old.Uid)
        {
            throw ApiErrors.Conflict(
                resource, name, $"the object has the UID {old.Uid} and not {metadata.Uid}: it was deleted and created again");
        }

        RequireSameVersion(metadata, old, resource);
    }

    /// <summary>Checks that an object has the version of the current one.</summary>
    /// <exception cref="ApiException">The version differs, or there is none.</exception>
    public static void RequireSameVersion(ObjectMeta metadata, ObjectMeta old, string resource)
    {
        var name = old.Name ?? "";
        RequireVersion(metadata.ResourceVersion, name, resource);
        if (metadata.ResourceVersion != old.ResourceVersion)
        {
            throw ApiErrors.Modified(resource, name);
        }
    }

    /// <summary>Checks the preconditions of a deletion.</summary>
    /// <exception cref="ApiException">The object does not meet them (<see cref="ApiFailure.Conflict"/>).</exception>
    public static void RequireMet(DeleteOptions options, ObjectMeta metadata, string what, string name)
    {
        if (options.Uid is not null && options.Uid != metadata.Uid)
        {
            throw ApiErrors.Conflict(
                what,
                name,
                $"the UID in the precondition ({options.Uid}) does not match the UID in record ({metadata.Uid}). "
                + "The object might have been deleted and then recreated");
        }

        if (options.ResourceVersion is not null && options.ResourceVersion != metadata.ResourceVersion)
        {
            throw ApiErrors.Conflict(
                what,
                name,
                $"the ResourceVersion in the precondition ({options.ResourceVersion}) does not match the "
                + $"ResourceVersion in record ({metadata.ResourceVersion}). The object might have been modified");
        }
    }

    /// <summary>Finds the error in a version that is given, but is no number.</summary>
    public static FieldError? FindProblem(string? version) => string.IsNullOrEmpty(version) || IsNumber(version, out _)
        ? null
        : Missing with { BadValue = version, Detail = $"{ApiErrors.Quote(version)} is not a version: send the one that was read" };

    private static void RequireVersion(string? version, string name, string resource)
    {
        if (string.IsNullOrEmpty(version) || version == "0")
        {
            throw ApiErrors.Invalid(resource, name, [Missing]);
        }

        if (!IsNumber(version, out _))
        {
            throw ApiErrors.Unexpected($"resource version {ApiErrors.Quote(version)} is not a number");
        }
    }

    private static bool IsNumber(string? version, out ulong number) =>
        ulong.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out number);

    private static FieldError Missing { get; } = new()
    {
        Type = FieldErrorType.Invalid,
        Field = "metadata.resourceVersion",
        BadValue = 0L,
        Detail = "must be specified for an update: send the version that was read",
    };
}
