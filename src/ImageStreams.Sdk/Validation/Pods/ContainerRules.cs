namespace ImageStreams.Validation;

/// <summary>Validates the containers of a pod: their names, images, and variables.</summary>
/// <param name="triggered">The containers that may lack an image, because a trigger sets it.</param>
/// <param name="errors">The collection to add errors to.</param>
internal sealed class ContainerRules(IReadOnlySet<string> triggered, FieldErrors errors)
{
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    /// <summary>Checks that an image has no blanks around it, which a server accepts in a pod template only.</summary>
    public static void CheckBlanks(FieldNode containers, FieldErrors errors)
    {
        foreach (var container in containers.GetItems())
        {
            var image = container["image"];
            if (image.Text.Length != image.Text.Trim().Length)
            {
                errors.Invalid(image.Path, image.Text, "The image of a pod must not begin or end with a blank: remove it.");
            }
        }
    }

    /// <summary>Checks all containers of a pod, then its init containers.</summary>
    public void Check(FieldNode pod)
    {
        if (pod["containers"].Count == 0)
        {
            errors.Required(pod["containers"].Path, "A pod needs at least one container.");
        }

        foreach (var container in pod["containers"].GetItems())
        {
            CheckContainer(container, triggered.Contains(container["name"].Text));
        }

        foreach (var container in pod["initContainers"].GetItems())
        {
            CheckContainer(container, mayLackImage: false);
        }
    }

    private void CheckContainer(FieldNode container, bool mayLackImage)
    {
        CheckName(container["name"]);
        if (container["image"].Text.Length == 0 && !mayLackImage)
        {
            errors.Required(container["image"].Path, "The container needs an image.");
        }

        var policy = container["imagePullPolicy"];
        if (policy.Text is not ("" or "Always" or "IfNotPresent" or "Never"))
        {
            errors.NotSupported(policy.Path, policy.Text,
                $"'{NameTexts.Excerpt(policy.Text)}' is not a pull policy: use Always, IfNotPresent, or Never.");
        }

        VariableRules.CheckOfContainer(container["env"], errors);
    }

    private void CheckName(FieldNode name)
    {
        if (name.Text.Length == 0)
        {
            errors.Required(name.Path, "The container needs a name.");
            return;
        }

        errors.Invalid(name.Path, name.Text, DnsNameRules.FindLabelProblems(name.Text, isPrefix: false));
        if (!_names.Add(name.Text))
        {
            errors.Duplicate(name.Path, name.Text, $"Another container has the name '{NameTexts.Excerpt(name.Text)}' already: choose another.");
        }
    }
}
