using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Validates the strategy of a build.</summary>
internal sealed class BuildStrategyRules(FieldErrors errors)
{
    /// <summary>The maximum number of bytes of a Jenkinsfile in the configuration.</summary>
    private const int MaxJenkinsfile = 100_000;

    private static readonly ValueList<string> Names =
        ["sourceStrategy", "dockerStrategy", "customStrategy", "jenkinsPipelineStrategy"];

    private readonly BuildReferenceRules _references = new(errors);

    /// <summary>Checks that there is one strategy, and its fields.</summary>
    public void Check(FieldNode strategy)
    {
        if (Names.Count(name => strategy[name].Exists) != 1)
        {
            errors.Invalid(strategy.Path, null, $"A build has exactly one strategy: set one of {string.Join(", ", Names)}.");
            return;
        }

        CheckImage(strategy["sourceStrategy"]);
        CheckDocker(strategy["dockerStrategy"]);
        CheckImage(strategy["customStrategy"]);
        CheckPipeline(strategy["jenkinsPipelineStrategy"]);
    }

    /// <summary>Checks a strategy that needs an image.</summary>
    private void CheckImage(FieldNode strategy)
    {
        if (strategy.Exists)
        {
            _references.CheckSource(strategy["from"]);
            _references.CheckSecret(strategy["pullSecret"]);
            VariableRules.CheckOfBuild(strategy["env"], errors);
        }
    }

    private void CheckDocker(FieldNode strategy)
    {
        if (strategy["from"].Exists)
        {
            _references.CheckSource(strategy["from"]);
        }

        _references.CheckSecret(strategy["pullSecret"]);
        var policy = strategy["imageOptimizationPolicy"];
        if (policy.Exists && policy.Text is not ("None" or "SkipLayers" or "SkipLayersAndWarn"))
        {
            errors.Invalid(policy.Path, policy.Text,
                $"'{NameTexts.Excerpt(policy.Text)}' is not possible: use None, SkipLayers, or SkipLayersAndWarn, or leave it out.");
        }

        CheckInside(strategy["dockerfilePath"]);
        VariableRules.CheckOfBuild(strategy["env"], errors);
    }

    private void CheckPipeline(FieldNode strategy)
    {
        var file = strategy["jenkinsfile"];
        if (file.Text.Length > 0 && strategy["jenkinsfilePath"].Text.Length > 0)
        {
            errors.Invalid(strategy.Path, null, "A pipeline has either jenkinsfile or jenkinsfilePath: remove one of them.");
            return;
        }

        if (NameTexts.CountBytes(file.Text) > MaxJenkinsfile)
        {
            errors.Invalid(file.Path, "", $"The Jenkinsfile has more than {MaxJenkinsfile} bytes: keep it in the repository.");
        }

        CheckInside(strategy["jenkinsfilePath"]);
        VariableRules.CheckOfBuild(strategy["env"], errors);
    }

    private void CheckInside(FieldNode path)
    {
        if (path.Text.Length > 0 && !UnixPath.IsInside(path.Text))
        {
            errors.Invalid(path.Path, path.Text,
                $"'{NameTexts.Excerpt(path.Text)}' is outside of the source: use a path relative to its folder.");
        }
    }
}
