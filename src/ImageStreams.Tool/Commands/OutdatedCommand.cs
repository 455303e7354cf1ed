using System.CommandLine;
using ImageStreams.Collections;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Asks registries which followed tags have moved.</summary>
internal sealed class OutdatedCommand : ToolCommand
{
    private readonly InputOptions _input = new(new ClusterOptions(isAboutRegistries: true));
    private readonly OutputOption _output = new(OutputOption.Text, OutputOption.Json);
    private readonly RegistryOptions _registries = new();
    private readonly Option<string?> _state = new("--state")
    {
        Description = "Compare with this file, which --save wrote, rather than with the status in the manifests.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _lock = new("--lock")
    {
        Description = "Compare with the images of this lock, rather than with the status in the manifests.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _save = new("--save")
    {
        Description = "Write what the registries answer to this file, for --state.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _only = new("--only")
    {
        Description = "Ask only about the tags of streams, or only about the names in Dockerfiles and other files.",
        HelpName = "tags|files",
    };

    public OutdatedCommand()
        : base("outdated", "Asks registries which followed or pinned images have moved since they were recorded.", "imagestreams outdated deploy/ --state images.lock.json --save images.lock.json")
    {
        _only.AcceptOnlyFromAmong("tags", "files");
        _input.AddTo(this);
        _output.AddTo(this);
        Add(_state);
        Add(_lock);
        Add(_save);
        Add(_only);
        _registries.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var (input, mentions) = await MentionLoading.LoadAsync(_input.Read(parsed), environment, cancellationToken).ConfigureAwait(false);
        var state = await ReadStateAsync(parsed, input, cancellationToken).ConfigureAwait(false);
        var questions = _registries.CreateQuestions(parsed, environment, input.Workspace.Registries);
        var only = parsed.GetValue(_only);
        var tags = only == "files" ? [] : await FollowedTags.CheckAsync(input, state, questions, cancellationToken).ConfigureAwait(false);
        var names = only == "tags" ? [] : await FollowedNames.CheckAsync(mentions, state, questions, cancellationToken).ConfigureAwait(false);
        ValueList<FollowedTag> answers = [.. tags, .. names];
        if (parsed.GetValue(_save) is { } target)
        {
            await ImageState.FromAnswers(answers, state).WriteAsync(target, cancellationToken).ConfigureAwait(false);
        }

        if (_output.Read(parsed) == OutputOption.Json)
        {
            OutdatedWriter.WriteJson(environment, answers);
        }
        else
        {
            OutdatedWriter.WriteText(TextOutput.ForOut(environment), answers);
        }

        return answers.Any(answer => answer.Status == FollowedTagStatus.Failed)
            ? ToolExitCode.Failed
            : input.GetExitCode(!answers.Any(answer => answer.Status == FollowedTagStatus.Moved));
    }

    private async Task<ImageState> ReadStateAsync(ParseResult parsed, LoadedInput input, CancellationToken cancellationToken) =>
        (parsed.GetValue(_state), parsed.GetValue(_lock)) switch
        {
            (null, null) => ImageState.FromStatus(input.Objects.Streams),
            ({ } file, null) => await ImageState.ReadAsync(file, cancellationToken).ConfigureAwait(false),
            (null, { } file) => ImageState.FromLock(ImageLockFile.Read(file)),
            _ => throw ToolException.Usage("Compare with --state or with --lock, not with both."),
        };
}
