namespace ImageStreams.Validation;

/// <summary>Validates the references of builds to images and tags.</summary>
internal sealed class BuildReferenceRules(FieldErrors errors)
{
    /// <summary>Checks the source of a build: a base image, or an image to copy files from.</summary>
    public void CheckSource(FieldNode from)
    {
        switch (from["kind"].Text)
        {
            case ReferenceKinds.ImageStreamTag:
                CheckTag(from);
                break;
            case ReferenceKinds.DockerImage:
                CheckNoNamespace(from["namespace"]);
                CheckPullSpec(from["name"]);
                break;
            case ReferenceKinds.ImageStreamImage:
                CheckGiven(from["name"]);
                CheckNamespace(from["namespace"]);
                break;
            default:
                CheckKind(from["kind"], "ImageStreamTag, ImageStreamImage, or DockerImage");
                break;
        }
    }

    /// <summary>Checks the target of a build.</summary>
    public void CheckTarget(FieldNode to)
    {
        switch (to["kind"].Text)
        {
            case ReferenceKinds.ImageStreamTag:
                CheckTag(to);
                break;
            case ReferenceKinds.DockerImage:
                CheckNoNamespace(to["namespace"]);
                CheckTargetPullSpec(to["name"]);
                break;
            default:
                CheckKind(to["kind"], "ImageStreamTag or DockerImage");
                break;
        }
    }

    /// <summary>Checks a secret that is named for pulling, pushing, or cloning.</summary>
    public void CheckSecret(FieldNode secret)
    {
        if (secret.Exists)
        {
            CheckGiven(secret["name"]);
        }
    }

    /// <summary>Checks that a field is not empty.</summary>
    public void CheckGiven(FieldNode field)
    {
        if (field.Text.Length == 0)
        {
            errors.Required(field.Path, "A value is required here.");
        }
    }

    private void CheckTag(FieldNode reference)
    {
        CheckGiven(reference["name"]);
        TagNameRules.Check(reference["name"], errors);
        CheckNamespace(reference["namespace"]);
    }

    private void CheckPullSpec(FieldNode name)
    {
        CheckGiven(name);
        if (name.Text.Length > 0)
        {
            CheckTargetPullSpec(name);
        }
    }

    private void CheckTargetPullSpec(FieldNode name)
    {
        if (!PullSpecRules.TryParse(name.Text, out _, out var problem))
        {
            errors.Invalid(name.Path, name.Text, problem);
        }
    }

    private void CheckNamespace(FieldNode ns) => TagNameRules.CheckNamespace(ns, errors);

    private void CheckNoNamespace(FieldNode ns)
    {
        if (ns.Text.Length > 0)
        {
            errors.Invalid(ns.Path, ns.Text, "A DockerImage is in no namespace: remove it.");
        }
    }

    private void CheckKind(FieldNode kind, string kinds)
    {
        if (kind.Text.Length == 0)
        {
            errors.Required(kind.Path, $"The reference needs a kind: {kinds}.");
            return;
        }

        errors.Invalid(kind.Path, kind.Text, $"The kind '{NameTexts.Excerpt(kind.Text)}' is not possible here: use {kinds}.");
    }
}
