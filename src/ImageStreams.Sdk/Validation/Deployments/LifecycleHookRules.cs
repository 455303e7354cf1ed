namespace ImageStreams.Validation;

/// <summary>Validates the hooks of a deployment, which run a container of the pod template or tag an image of it.</summary>
internal sealed class LifecycleHookRules(FieldNode pod, FieldErrors errors)
{
    /// <summary>Checks a hook, if there is one.</summary>
    public void Check(FieldNode hook)
    {
        if (!hook.Exists)
        {
            return;
        }

        if (hook["failurePolicy"].Text.Length == 0)
        {
            errors.Required(hook["failurePolicy"].Path, "The hook needs a policy for its failure: Abort, Retry, or Ignore.");
        }

        CheckAction(hook, hook["execNewPod"], hook["tagImages"]);
    }

    private void CheckAction(FieldNode hook, FieldNode pods, FieldNode tags)
    {
        if (pods.Exists == tags.Count > 0)
        {
            errors.Invalid(hook.Path, pods.Exists ? "<hook>" : "<empty>", "A hook does exactly one thing: set either execNewPod or tagImages.");
        }
        else if (pods.Exists)
        {
            CheckPod(pods);
        }
        else
        {
            CheckTags(tags);
        }
    }

    private void CheckPod(FieldNode hook)
    {
        if (hook["command"].Count == 0)
        {
            errors.Required(hook["command"].Path, "The hook needs a command to run.");
        }

        if (ReadContainer(hook["containerName"]).Length == 0)
        {
            errors.Required(hook["containerName"].Path, "The hook needs the name of the container whose image it runs.");
        }

        VariableRules.CheckOfDeployer(hook["env"], errors);
        foreach (var volume in hook["volumes"].GetItems().Where(static volume => volume.Text.Length == 0))
        {
            errors.Invalid(volume.Path, "", "The name of the volume is empty: remove it.");
        }
    }

    private void CheckTags(FieldNode tags)
    {
        foreach (var tag in tags.GetItems())
        {
            CheckTaggedContainer(tag["containerName"]);
            var to = tag["to"];
            if (to["kind"].Text != ReferenceKinds.ImageStreamTag)
            {
                errors.Invalid(to["kind"].Path, to["kind"].Text, "A hook tags an image stream only: use the kind ImageStreamTag.");
            }

            if (to["name"].Text.Length == 0)
            {
                errors.Required(to["name"].Path, "The hook needs the name of the tag to set.");
            }
        }
    }

    private void CheckTaggedContainer(FieldNode name)
    {
        var container = ReadContainer(name);
        if (container.Length == 0)
        {
            errors.Required(name.Path, "The hook needs the name of the container whose image it tags.");
        }
        else if (FindImage(container) is not { } image)
        {
            errors.Invalid(name.Path, container, $"The pod template has no container '{NameTexts.Excerpt(container)}'.");
        }
        else if (!PullSpecRules.TryParse(image, out _, out var problem))
        {
            errors.Invalid(name.Path, container, problem);
        }
    }

    /// <summary>Reads the name of a container; without one, the server takes the only container.</summary>
    private string ReadContainer(FieldNode name)
    {
        var containers = pod["containers"];
        return name.Text.Length == 0 && containers.Count == 1 ? containers.GetItems().First()["name"].Text : name.Text;
    }

    private string? FindImage(string container)
    {
        foreach (var candidate in pod["containers"].GetItems().Concat(pod["initContainers"].GetItems()))
        {
            if (candidate["name"].Text == container)
            {
                return candidate["image"].Text;
            }
        }

        return null;
    }
}
