using ImageStreams.Builds;

namespace ImageStreams.Validation;

/// <summary>Validates a trigger of a build, of a type that the server knows.</summary>
internal sealed class BuildTriggerRules(FieldErrors errors)
{
    private const string Generic = "Generic";

    private readonly BuildReferenceRules _references = new(errors);

    /// <summary>Checks the part that belongs to the trigger's type.</summary>
    public void Check(BuildTriggerPolicy trigger, FieldNode node)
    {
        switch (trigger.KnownType)
        {
            case BuildTriggerPolicy.ImageChangeType:
                CheckImageChange(node);
                break;
            case "GitHub" or "GitLab" or "Bitbucket" or Generic:
                CheckWebHook(trigger.KnownType, node[trigger.KnownType.ToLowerInvariant()]);
                break;
        }
    }

    private void CheckImageChange(FieldNode trigger)
    {
        var from = trigger["imageChange"]["from"];
        if (!trigger["imageChange"].Exists)
        {
            errors.Required(trigger["imageChange"].Path, "An ImageChange trigger needs imageChange; write {} for the build's base image.");
        }
        else if (from.Exists && from["kind"].Text != ReferenceKinds.ImageStreamTag)
        {
            errors.Invalid(from["kind"].Path, from["kind"].Text, "An ImageChange trigger follows a tag only: use the kind ImageStreamTag.");
        }
        else if (from.Exists)
        {
            _references.CheckSource(from.At(trigger.Path.Child("from"))); // the server leaves out imageChange in these paths
        }
    }

    private void CheckWebHook(string type, FieldNode hook)
    {
        var secret = hook["secretReference"];
        if (!hook.Exists)
        {
            errors.Required(hook.Path, $"A {type} trigger needs the secret of its webhook in this field.");
            return;
        }

        if (hook["secret"].Text.Length == 0 && !secret.Exists)
        {
            errors.Invalid(hook.Path, null, "The webhook needs a secret: set secretReference.");
        }

        _references.CheckSecret(secret);
        if (type != Generic && hook["allowEnv"].IsTrue)
        {
            errors.Invalid(hook["allowEnv"].Path, null, "Only a Generic webhook may set environment variables: remove allowEnv.");
        }
    }
}
