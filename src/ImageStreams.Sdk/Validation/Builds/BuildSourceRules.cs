using ImageStreams.Collections;

namespace ImageStreams.Validation;

/// <summary>Validates the source of a build, which depends on the strategy.</summary>
internal sealed class BuildSourceRules
{
    /// <summary>The maximum number of bytes of a Dockerfile in the configuration.</summary>
    private const int MaxDockerfile = 60_000;

    private readonly FieldNode _source;
    private readonly FieldNode _strategy;
    private readonly FieldErrors _errors;

    public BuildSourceRules(FieldNode spec, FieldErrors errors)
    {
        _source = spec["source"];
        _strategy = spec["strategy"];
        _errors = errors;
    }

    private bool IsDocker => _strategy["dockerStrategy"].Exists;

    /// <summary>Checks all fields, in the order of the server.</summary>
    public void Check()
    {
        CheckAnySource();
        if (_source["git"].Exists && _source["binary"].Exists && !_strategy["customStrategy"].Exists)
        {
            _errors.Invalid(_source["git"].Path, "", "A build has either a git source or a binary one: remove one of them.");
            _errors.Invalid(_source["binary"].Path, "", "A build has either a git source or a binary one: remove one of them.");
            return;
        }

        CheckParts();
        new BuildFileRules(IsDocker, _errors).Check(_source);
        new BuildReferenceRules(_errors).CheckSecret(_source["sourceSecret"]);
        CheckContextFolder(_source["contextDir"]);
    }

    private void CheckAnySource()
    {
        ValueList<string> sources = ["git", "binary", "dockerfile", "images"];
        if (IsDocker && !_strategy["jenkinsPipelineStrategy"].Exists && !sources.Any(name => _source[name].Exists))
        {
            _errors.Invalid(_source.Path, "", "A Docker build needs a source: set git, binary, dockerfile, or images.");
        }
    }

    private void CheckParts()
    {
        GitSourceRules.Check(_source["git"], _errors);
        CheckBinary(_source["binary"]["asFile"]);
        if (NameTexts.CountBytes(_source["dockerfile"].Text) > MaxDockerfile)
        {
            _errors.Invalid(_source["dockerfile"].Path, "",
                $"The Dockerfile has more than {MaxDockerfile} bytes: keep it in the repository.");
        }

        new BuildImageRules(_errors).Check(_source["images"]);
        var pipeline = _strategy["jenkinsPipelineStrategy"];
        if (pipeline.Exists && pipeline["jenkinsfile"].Text.Length == 0 && !_source["git"].Exists)
        {
            _errors.Invalid(_source["git"].Path, "", "A pipeline without jenkinsfile reads it from a repository: set git.");
        }
    }

    private void CheckBinary(FieldNode file)
    {
        var clean = file.Text.Length == 0 ? "" : UnixPath.Clean(file.Text);
        clean = clean.StartsWith('/') ? clean[1..] : clean;
        if (file.Text.Length > 0
            && (clean is "" or "." || clean.StartsWith("..", StringComparison.Ordinal) || clean.AsSpan().IndexOfAny('/', '\\') >= 0))
        {
            _errors.Invalid(file.Path, file.Text, $"'{NameTexts.Excerpt(file.Text)}' is not the name of a file: remove the folders.");
        }
    }

    private void CheckContextFolder(FieldNode folder)
    {
        if (UnixPath.BeginsWithDots(folder.Text))
        {
            _errors.Invalid(folder.Path, folder.Text,
                $"'{NameTexts.Excerpt(folder.Text)}' is outside of the source: use a folder in it.");
        }
    }
}
