using System.CommandLine;
using ImageStreams.Collections;
using ImageStreams.Manifests;
using ImageStreams.Workspaces;

namespace ImageStreams.Tool;

/// <summary>The options of commands that look up the images of tags.</summary>
internal sealed class LockLookupOptions
{
    private readonly Option<string[]> _manifests = new("--manifests", "-m")
    {
        Description = "Files, folders and globs that define streams; repeatable. Default: none, so that every tag is a pull spec.",
        HelpName = "PATH",
    };

    private readonly Option<string?> _namespace = new("--namespace", "-n")
    {
        Description = "The namespace of objects and tags that name none.",
        HelpName = "NAME",
    };

    private readonly Option<bool> _ask = new("--ask-registries")
    {
        Description = "Ask registries also where the status of a stream has a digest.",
    };

    private readonly Option<bool> _short = new("--short-names")
    {
        Description = "Take a name without a registry that is no stream's, such as node:22, as one of Docker Hub.",
    };

    private readonly RegistryOptions _registries = new();

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_manifests);
        command.Add(_namespace);
        command.Add(_ask);
        command.Add(_short);
        _registries.AddTo(command);
    }

    /// <summary>Looks up tags.</summary>
    public Task<LockLookup> LookUpAsync(
        ParseResult parsed, ToolEnvironment environment, ImageLock known, ValueList<string> tags, CancellationToken cancellationToken) =>
        LookUpAsync(parsed, environment, new ImageLockRequest { Tags = tags, Known = known }, cancellationToken);

    /// <summary>Looks up the tags of a request, which the options complete.</summary>
    public async Task<LockLookup> LookUpAsync(
        ParseResult parsed, ToolEnvironment environment, ImageLockRequest request, CancellationToken cancellationToken)
    {
        var streams = await LoadStreamsAsync(parsed, environment, cancellationToken).ConfigureAwait(false);
        var client = environment.CreateRegistryClient(_registries.CreateClientOptions(parsed));
        using var disposal = client as IDisposable;
        var options = new ImageLockerOptions();
        foreach (var host in _registries.ReadInsecure(parsed))
        {
            options.InsecureRegistries.Add(host);
        }

        var complete = request with
        {
            Streams = streams,
            DefaultNamespace = parsed.GetValue(_namespace) ?? "",
            IgnoreStatus = parsed.GetValue(_ask),
            AllowShortNames = parsed.GetValue(_short),
        };
        var images = await new ImageLocker(client, options).LookUpAsync(complete, cancellationToken).ConfigureAwait(false);
        var policies = await AskPoliciesAsync(parsed, environment, streams, request.Tags, cancellationToken).ConfigureAwait(false);
        return new LockLookup(images, policies);
    }

    private async Task<ValueList<(string Tag, PolicyAnswer Answer)>> AskPoliciesAsync(
        ParseResult parsed, ToolEnvironment environment, ImageStreamWorkspace? streams, ValueList<string> tags, CancellationToken cancellationToken)
    {
        var asked = FollowedPolicies.FindAll(streams?.Objects.Streams ?? []).Where(question => tags.Contains(question.Tag.ToString())).ToList();
        if (asked.Count == 0)
        {
            return [];
        }

        var questions = _registries.CreateQuestions(parsed, environment, streams!.Registries);
        var answers = await questions.ChooseAsync(asked, cancellationToken).ConfigureAwait(false);
        return [.. asked.Select(question => (question.Tag.ToString(), answers[question.Tag])).OrderBy(one => one.Item1, StringComparer.Ordinal)];
    }

    private async Task<ImageStreamWorkspace?> LoadStreamsAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(_manifests) is not { Length: > 0 } paths)
        {
            return null;
        }

        var settings = new InputSettings { Paths = [.. paths], Namespace = parsed.GetValue(_namespace), AsStored = true };
        var input = await LoadedInput.LoadWithProblemsAsync(settings, environment, cancellationToken).ConfigureAwait(false);
        return input.IsIncomplete
            ? throw ToolException.Failed("A path of --manifests cannot be read, so streams may be missing.")
            : input.Workspace;
    }
}
