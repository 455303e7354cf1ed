using System.CommandLine;
using ImageStreams.Manifests;
using ImageStreams.Registries;

namespace ImageStreams.Tool;

/// <summary>Finds what an image in a registry was built from.</summary>
internal sealed class BaseCommand : ToolCommand
{
    private readonly Argument<string> _image = new("image") { Description = "The image in a registry.", HelpName = "IMAGE" };
    private readonly OutputOption _output = new(OutputOption.Text, OutputOption.Json);
    private readonly RegistryOptions _registries = new();
    private readonly Option<string[]> _bases = new("--base", "-b")
    {
        Description = "An image that may be the base; repeatable.",
        HelpName = "IMAGE",
    };

    private readonly Option<string?> _lock = new("--lock")
    {
        Description = "A lock whose images may be the base.",
        HelpName = "FILE",
    };

    private readonly Option<string?> _platform = new("--platform")
    {
        Description = "The platform of an image with several. Default: linux/amd64, or the first.",
        HelpName = "OS/ARCHITECTURE",
    };

    public BaseCommand()
        : base("base", "Finds what an image in a registry was built from, and whether the base has moved since.", "imagestreams base quay.io/shop/web:1.4 --lock imagestreams.lock.json")
    {
        Add(_image);
        _output.AddTo(this);
        Add(_bases);
        Add(_lock);
        Add(_platform);
        _registries.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var answer = await AskAsync(parsed, environment, cancellationToken).ConfigureAwait(false);
        if (_output.Read(parsed) == OutputOption.Json)
        {
            BaseWriter.WriteJson(environment, answer);
        }
        else
        {
            BaseWriter.WriteText(TextOutput.ForOut(environment), answer);
        }

        return answer switch
        {
            { Status: FollowedTagStatus.Failed } => ToolExitCode.Failed,
            { FoundBy: null } or { Status: FollowedTagStatus.Moved } => ToolExitCode.Findings,
            _ => ToolExitCode.Fine,
        };
    }

    private async Task<BaseAnswer> AskAsync(ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var client = environment.CreateRegistryClient(_registries.CreateClientOptions(parsed));
        using var disposal = client as IDisposable;
        var questions = _registries.CreateQuestions(parsed, environment, new RegistryPolicy(RegistryRules.None));
        var question = new BaseQuestion(client, questions, _registries.ReadInsecure(parsed));
        try
        {
            return await question.AskAsync(parsed.GetValue(_image)!, parsed.GetValue(_platform), ReadBases(parsed), cancellationToken)
                .ConfigureAwait(false);
        }
        catch (Exception e) when (e is RegistryException or FormatException or InvalidDataException)
        {
            throw ToolException.Failed(e.Message, e);
        }
    }

    /// <summary>Reads the bases: those of the lock with their digests, and those that are named.</summary>
    private Dictionary<string, string> ReadBases(ParseResult parsed)
    {
        var bases = (parsed.GetValue(_bases) ?? []).Distinct().ToDictionary(name => name, name => name, StringComparer.Ordinal);
        var locked = parsed.GetValue(_lock) is { } file ? ImageLockFile.Read(file) : ImageLock.Empty;
        foreach (var image in locked.Images)
        {
            bases[image.PullSpec] = image.ToPullSpec();
        }

        return bases;
    }
}
