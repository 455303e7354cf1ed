using System.CommandLine;
using ImageStreams.Manifests;

namespace ImageStreams.Tool;

/// <summary>Asks registries whether a lock is still true.</summary>
internal sealed class LockVerifyCommand : ToolCommand
{
    private readonly LockOptions _lock = new();
    private readonly LockTagArgument _tags = new();
    private readonly LockLookupOptions _lookup = new();
    private readonly LockPolicyOptions _policy = new();
    private readonly OutputOption _output = new(OutputOption.Text, OutputOption.Json);

    public LockVerifyCommand()
        : base("verify", "Asks registries whether the tags still lead to the locked images, and writes nothing.", "imagestreams lock verify --allow moved --max-age 90")
    {
        _tags.AddTo(this);
        _lock.AddTo(this);
        _policy.AddTo(this);
        _lookup.AddTo(this);
        _output.AddTo(this);
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(
        ParseResult parsed, ToolEnvironment environment, CancellationToken cancellationToken)
    {
        var file = _lock.Find(parsed);
        var tags = _tags.Read(parsed, file);
        var policy = _policy.Read(parsed);
        var request = new ImageLockRequest
        {
            Tags = tags, Known = file.Lock, CheckKnownDigests = true, CheckSignatures = policy.RequireSignature,
        };
        var lookup = await _lookup.LookUpAsync(parsed, environment, request, cancellationToken).ConfigureAwait(false);
        var asked = file.Lock with { Images = [.. file.Lock.Images.Where(image => tags.Contains(image.Tag))] };
        var result = asked.Verify(lookup.Images, policy, environment.TimeProvider);
        LockOutput.Write(environment, FullName, _output.Read(parsed), CreateReport(file, tags.Count, result) with { Policies = lookup.Policies });
        return LockReport.GetExitCode(result.Problems, !result.Violations.IsEmpty);
    }

    private static LockReport CreateReport(LockFile file, int count, ImageLockVerification result) => new()
    {
        File = file.Path,
        Differences = result.Differences,
        Violations = result.Violations,
        Problems = result.Problems,
        Summary = $"{ToolText.Count(result.Violations.Count, "violation")} in {ToolText.Count(count, "locked image")}",
    };
}
