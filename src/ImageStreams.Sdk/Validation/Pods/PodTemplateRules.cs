using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Validates a pod template: metadata, containers, and restart policy.</summary>
/// <param name="triggered">The containers that may lack an image, because a trigger sets it.</param>
/// <param name="errors">The collection to add errors to.</param>
internal sealed class PodTemplateRules(IReadOnlySet<string> triggered, FieldErrors errors)
{
    private const string Always = "Always";

    /// <summary>Checks that a selector finds the pods of a template; an empty one finds all.</summary>
    public static void CheckSelected(FieldNode template, ValueMap<string> selector, FieldErrors errors)
    {
        var labels = template["metadata"]["labels"];
        var given = labels.ToMap();
        foreach (var (key, value) in selector)
        {
            if (!given.TryGetValue(key, out var found) || found != value)
            {
                AddUnselected(labels, key, errors);
                return;
            }
        }
    }

    /// <summary>Adds the error of a template whose pods a selector does not find.</summary>
    public static void AddUnselected(FieldNode labels, string key, FieldErrors errors) => errors.Invalid(labels.Path, null,
        $"The selector does not find the pods of the template, because of the label '{NameTexts.Excerpt(key)}': let both have the same labels.");

    /// <summary>Checks that pods are restarted, as those that a controller keeps running must be.</summary>
    public static void CheckAlwaysRestarts(FieldNode template, FieldErrors errors)
    {
        var policy = template["spec"]["restartPolicy"];
        if (policy.Text is not ("" or Always))
        {
            errors.NotSupported(policy.Path, policy.Text, "These pods are restarted always: use Always, or leave it out.");
        }

        var deadline = template["spec"]["activeDeadlineSeconds"];
        if (deadline.Exists)
        {
            errors.Forbidden(deadline.Path, "These pods run without a deadline: remove it.");
        }
    }

    /// <summary>Checks metadata and pod; as on the server, errors in the metadata lack that step in their path.</summary>
    public void Check(FieldNode template)
    {
        CheckMetadata(template, errors);
        CheckPod(template["spec"]);
    }

    /// <summary>Checks the labels and annotations of a template.</summary>
    public static void CheckMetadata(FieldNode template, FieldErrors errors)
    {
        var metadata = template["metadata"];
        LabelRules.Check(metadata["labels"].ToMap(), template.Path.Child("labels"), errors);
        AnnotationRules.Check(metadata["annotations"].ToMap(), template.Path.Child("annotations"), errors);
    }

    /// <summary>Checks the specification of a pod.</summary>
    public void CheckPod(FieldNode pod)
    {
        new ContainerRules(triggered, errors).Check(pod);
        var policy = pod["restartPolicy"];
        if (policy.Text is not ("" or Always or "OnFailure" or "Never"))
        {
            errors.NotSupported(policy.Path, policy.Text,
                $"'{NameTexts.Excerpt(policy.Text)}' is not a restart policy: use Always, OnFailure, or Never.");
        }

        var account = pod["serviceAccountName"];
        if (account.Text.Length > 0 && !DnsNameRules.IsSubdomain(account.Text))
        {
            errors.Invalid(account.Path, account.Text, DnsNameRules.FindSubdomainProblems(account.Text, isPrefix: false));
        }
    }
}
