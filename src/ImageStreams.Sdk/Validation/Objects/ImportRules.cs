namespace ImageStreams.Validation;

/// <summary>Validates a request to import images, a repository, or both.</summary>
internal static class ImportRules
{
    /// <summary>The name that old clients use to look up streams; OpenShift accepts it unread.</summary>
    private const string Anything = "*";

    private static readonly FieldPath Metadata = FieldPath.Root.Child("metadata");
    private static readonly FieldPath Repository = FieldPath.Root.Child("spec", "repository");
    private static readonly FieldPath Images = FieldPath.Root.Child("spec", "images");

    /// <summary>Checks a request.</summary>
    public static void Check(ImageStreamImport import, FieldErrors errors)
    {
        ObjectMetaRules.Check(import.Metadata, isNamespaced: true, StreamNameRules.FindProblems, Metadata, errors);
        if (import.Spec.Repository is { } repository)
        {
            CheckRepository(repository, errors);
        }

        for (var i = 0; i < import.Spec.Images.Count; i++)
        {
            CheckImage(import.Spec.Images[i], Images.Index(i), errors);
        }

        if (import.Spec is { Repository: null, Images.IsEmpty: true })
        {
            errors.Invalid(Images, null, "There is nothing to import: name an image or a repository.");
        }
    }

    private static void CheckRepository(RepositoryImportSpec import, FieldErrors errors)
    {
        if (IsDockerImage(import.From, Repository, errors))
        {
            CheckRepositoryName(import.From.Name ?? "", Repository.Child("from", "name"), errors);
        }

        ImportPolicyRules.Check(import.ImportPolicy, Repository, errors);
    }

    private static void CheckRepositoryName(string name, FieldPath path, FieldErrors errors)
    {
        if (name.Length == 0)
        {
            errors.Required(path, "The import needs the name of a repository, such as quay.io/app/web.");
        }
        else if (!PullSpecRules.TryParse(name, out var reference, out var problem))
        {
            errors.Invalid(path, name, problem);
        }
        else if (reference.Tag.Length > 0 || reference.Id.Length > 0)
        {
            errors.Invalid(path, name,
                "An import of a repository imports all tags: remove tag and digest, or import the image alone.");
        }
    }

    private static void CheckImage(ImageImportSpec import, FieldPath path, FieldErrors errors)
    {
        var name = import.From.Name ?? "";
        if (IsDockerImage(import.From, path, errors))
        {
            CheckImageName(name, path.Child("from", "name"), errors);
            CheckTarget(import.To, path.Child("to", "name"), errors);
        }

        if (import.From.Kind != ReferenceKinds.DockerImage || name != Anything)
        {
            ImportPolicyRules.Check(import.ImportPolicy, path, errors);
        }
    }

    private static void CheckImageName(string name, FieldPath path, FieldErrors errors)
    {
        if (name.Length == 0)
        {
            errors.Required(path, "The import needs the pull spec of an image, such as quay.io/app/web:1.");
        }
        else if (name != Anything && !PullSpecRules.TryParse(name, out _, out var problem))
        {
            errors.Invalid(path, name, problem);
        }
    }

    private static void CheckTarget(LocalObjectReference? target, FieldPath path, FieldErrors errors)
    {
        if (target is not null && string.IsNullOrEmpty(target.Name))
        {
            errors.Invalid(path, "", "The target tag needs a name: give it one, or remove the target.");
        }
    }

    private static bool IsDockerImage(ObjectReference from, FieldPath path, FieldErrors errors)
    {
        if (from.Kind == ReferenceKinds.DockerImage)
        {
            return true;
        }

        errors.Invalid(path.Child("from", "kind"), from.Kind ?? "", SourceKindTexts.ExplainImport(from.Kind));
        return false;
    }
}
