using ImageStreams.References;

namespace ImageStreams.Validation;

/// <summary>Validates a spec tag: its source and its policies.</summary>
internal sealed class TagReferenceRules(bool mayBeInsecure, AdmissionCache admissions, FieldErrors errors)
{
    /// <summary>Checks a spec tag, except for its name, as OpenShift accepts any.</summary>
    public void Check(TagReference tag, in FieldPath path)
    {
        if (tag.From is { } from)
        {
            CheckSource(tag, from, path);
        }

        if (tag.ReferencePolicy.Type != ReferencePolicyType.Source && tag.ReferencePolicy.Type != ReferencePolicyType.Local)
        {
            errors.Invalid(path.Child("referencePolicy", "type"), tag.ReferencePolicy.Type.Text,
                "The type must be Source, to pull from the image's source, or Local, to pull from the cluster's own "
                + "registry.");
        }

        ImportPolicyRules.Check(tag.ImportPolicy, path, errors);
    }

    private void CheckSource(TagReference tag, ObjectReference from, in FieldPath path)
    {
        if (string.IsNullOrEmpty(from.Name))
        {
            errors.Required(path.Child("from", "name"), "The source needs a name: that of an image or a tag.");
        }

        switch (from.Kind)
        {
            case ReferenceKinds.DockerImage:
                CheckPullSpec(tag, from.Name ?? "", path);
                break;
            case ReferenceKinds.ImageStreamTag or ReferenceKinds.ImageStreamImage:
                CheckNotScheduled(tag, path);
                break;
            default:
                errors.Required(path.Child("from", "kind"), SourceKindTexts.Explain(from.Kind));
                break;
        }
    }

    private void CheckPullSpec(TagReference tag, string pullSpec, in FieldPath path)
    {
        if (admissions.AdmitsAll && PullSpecRules.IsValid(pullSpec))
        {
            return;
        }

        // An empty name is reported as missing; like the server, check it all the same, as an image of Docker Hub.
        ImageReference? reference = null;
        if (pullSpec.Length > 0 && !PullSpecRules.TryParse(pullSpec, out reference, out var problem))
        {
            errors.Invalid(path.Child("from", "name"), pullSpec, problem);
        }
        else if (admissions.FindRefusal(reference, mayBeInsecure || tag.ImportPolicy.Insecure) is { } refusal)
        {
            errors.Forbidden(path.Child("from", "name"), refusal);
        }
    }

    private void CheckNotScheduled(TagReference tag, in FieldPath path)
    {
        if (tag.ImportPolicy.Scheduled)
        {
            errors.Invalid(path.Child("importPolicy", "scheduled"), true,
                "Only a tag that follows an image in a registry is imported on a schedule: a tag that follows another tag "
                + "moves by itself, so remove this.");
        }
    }
}
