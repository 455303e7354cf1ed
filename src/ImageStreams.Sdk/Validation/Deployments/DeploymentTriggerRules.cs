using ImageStreams.Workloads;

namespace ImageStreams.Validation;

/// <summary>Validates the triggers of a deployment configuration.</summary>
internal static class DeploymentTriggerRules
{
    private const string Parameters = "imageChangeParams";

    /// <summary>Checks all triggers; a server accepts those of unknown types.</summary>
    public static void Check(FieldNode triggers, FieldErrors errors)
    {
        foreach (var trigger in triggers.GetItems())
        {
            if (trigger["type"].Text.Length == 0)
            {
                errors.Required(trigger["type"].Path, "The trigger needs a type: ConfigChange or ImageChange.");
            }

            if (IsImageChange(trigger))
            {
                CheckImageChange(trigger[Parameters], errors);
            }
        }
    }

    /// <summary>Finds the containers that get their images from triggers, and may do without one.</summary>
    public static IReadOnlySet<string> FindContainers(FieldNode triggers) => triggers.GetItems()
        .Where(IsImageChange)
        .SelectMany(static trigger => trigger[Parameters]["containerNames"].GetItems())
        .Select(static name => name.Text)
        .ToHashSet(StringComparer.Ordinal);

    private static bool IsImageChange(FieldNode trigger) => trigger["type"].Text == DeploymentTriggerPolicy.ImageChangeType;

    private static void CheckImageChange(FieldNode change, FieldErrors errors)
    {
        if (!change.Exists)
        {
            errors.Required(change.Path, $"An ImageChange trigger needs {Parameters}, with from and containerNames.");
            return;
        }

        CheckSource(change["from"], errors);
        if (change["containerNames"].Count == 0)
        {
            errors.Required(change["containerNames"].Path, "The trigger needs the names of the containers whose image it sets.");
        }
    }

    private static void CheckSource(FieldNode from, FieldErrors errors)
    {
        if (from["name"].Text.Length == 0)
        {
            errors.Required(from.Path, "The trigger needs the name of the tag that it follows.");
            return;
        }

        if (from["kind"].Text != ReferenceKinds.ImageStreamTag)
        {
            errors.Invalid(from["kind"].Path, from["kind"].Text, "A trigger follows a tag only: use the kind ImageStreamTag.");
        }

        TagNameRules.Check(from["name"], errors);
        TagNameRules.CheckNamespace(from["namespace"], errors);
    }
}
