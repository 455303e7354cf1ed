using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Validates <c>metadata.ownerReferences</c>: complete, and with at most one controller.</summary>
/// <remarks>As on the server, the paths do not number the owners; the sentences do.</remarks>
internal static class OwnerReferenceRules
{
    /// <summary>Checks the owners.</summary>
    public static void Check(ValueList<OwnerReference> owners, FieldPath path, FieldErrors errors)
    {
        OwnerReference? controller = null;
        foreach (var (place, owner) in owners.Index())
        {
            Check(owner, $"The owner in place {place + 1}", path, errors);
            if (owner.Controller is true && controller is not null)
            {
                errors.Invalid(path, null, $"{Describe(controller)} and {Describe(owner)} are both the controller, "
                    + "but an object has only one: set 'controller' on one of them.");
            }

            controller ??= owner.Controller is true ? owner : null;
        }
    }

    private static void Check(OwnerReference owner, string subject, FieldPath path, FieldErrors errors)
    {
        if (GetVersion(owner.ApiVersion).IsEmpty)
        {
            errors.Invalid(path.Child("apiVersion"), owner.ApiVersion,
                $"{subject} needs the version of its API, such as v1 or apps/v1.");
        }

        CheckGiven(owner.Kind, "kind", subject, path, errors);
        CheckGiven(owner.Name, "name", subject, path, errors);
        CheckGiven(owner.Uid, "uid", subject, path, errors);
        if (owner is { ApiVersion: "v1" or "/v1", Kind: "Event" })
        {
            errors.Invalid(path, null, $"{subject} is an Event, which cannot own others, because it expires: use another owner.");
        }
    }

    private static void CheckGiven(string value, string name, string subject, FieldPath path, FieldErrors errors)
    {
        if (value.Length == 0)
        {
            errors.Invalid(path.Child(name), value, $"{subject} needs a {name}.");
        }
    }

    /// <summary>Returns the version of <c>version</c> or <c>group/version</c>; empty when there are more slashes.</summary>
    private static ReadOnlySpan<char> GetVersion(ReadOnlySpan<char> apiVersion) =>
        apiVersion.Count('/') > 1 ? [] : apiVersion[(apiVersion.IndexOf('/') + 1)..];

    private static string Describe(OwnerReference owner) => NameTexts.Excerpt($"{owner.Kind}/{owner.Name}");
}
