using System.CommandLine;
using ImageStreams.Collections;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Writes digests into manifests and other files.</summary>
internal sealed class PinCommand : ToolCommand
{
    private readonly InputOptions _input = new();
    private readonly OutputOption _output = new(OutputOption.Text, OutputOption.Json);
    private readonly EditOptions _edits = new();
    private readonly RegistryOptions _registries = new();
    private readonly Option<string[]> _only = new("--only")
    {
        Description = "Pin only the images of containers, the images that tags of streams follow, the bases of builds, or the names in Dockerfiles and other files; repeatable.",
        HelpName = "containers|tags|builds|files",
    };

    private readonly Option<bool> _ask = new("--ask-registries")
    {
        Description = "Ask registries for digests that no status has.",
    };

    private readonly Option<string?> _lock = new("--lock")
    {
        Description = "Take digests from this lock first, and from status second.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _check = new("--check")
    {
        Description = "Write nothing; exit code 1 when a name has no digest, or that of an older image.",
    };

    public PinCommand()
        : base("pin", "Writes digests into manifests, Dockerfiles and other files, and keeps every other byte of them.", "imagestreams pin deploy/ --only containers --ask-registries")
    {
        _only.AcceptOnlyFromAmong("containers", "tags", "builds", "files");
        _input.AddTo(this);
        _output.AddTo(this);
        Add(_only);
        Add(_lock);
        Add(_ask);
        Add(_check);
        _edits.AddTo(this);
        _registries.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var (input, mentions) = await MentionLoading.LoadAsync(_input.Read(parsed), environment, cancellationToken).ConfigureAwait(false);
        var questions = parsed.GetValue(_ask) ? _registries.CreateQuestions(parsed, environment, input.Workspace.Registries) : null;
        var locked = parsed.GetValue(_lock) is { } file ? new LockPins(ImageLockFile.Read(file)) : null;
        var found = await PinPlan.CreateAsync(input, mentions, ReadKinds(parsed), locked, questions, cancellationToken)
            .ConfigureAwait(false);
        var (changes, items) = PinPlan.CreateChanges(input, mentions, found);
        if (_output.Read(parsed) == OutputOption.Json)
        {
            PinWriter.WriteJson(environment, items);
            return input.GetExitCode(items.IsEmpty);
        }

        PinWriter.WriteText(TextOutput.ForOut(environment), items);
        return await WriteAsync(input, changes, items, parsed, environment, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Shows the difference, and writes it unless only a check is wanted.</summary>
    private async Task<int> WriteAsync(
        LoadedInput input,
        ValueList<FileChange> changes,
        ValueList<PinItem> items,
        ParseResult parsed,
        ToolEnvironment environment,
        CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_check))
        {
            ChangeWriter.ShowDiff(changes, environment);
            return input.GetExitCode(items.IsEmpty);
        }

        var isWritten = await ChangeWriter.WriteAsync(changes, _edits.ReadYes(parsed), environment, cancellationToken)
            .ConfigureAwait(false);
        return input.GetExitCode((isWritten || changes.IsEmpty) && items.All(item => item.After is not null));
    }

    private HashSet<PinKind> ReadKinds(ParseResult parsed) => parsed.GetValue(_only) is { Length: > 0 } only
        ? [.. only.Select(ToKind)]
        : [.. Enum.GetValues<PinKind>()];

    private static PinKind ToKind(string word) => word switch
    {
        "containers" => PinKind.Container,
        "tags" => PinKind.SpecTag,
        "builds" => PinKind.BuildBase,
        _ => PinKind.FileName,
    };
}
