using System.Text.Json;
using System.Text.RegularExpressions;
using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Locking;

/// <summary>The page on the lock file says what the code does.</summary>
public sealed partial class LockPageTests
{
    private static string Page => File.ReadAllText(Path.Combine(TestProject.Folder, "..", "..", "docs", "reference", "lock-file.md"));

    [Fact]
    public void Page_Example_IsALockAsItIsWritten()
    {
        var example = FindJson("\"schemaVersion\"");
        Assert.Equal(example, ImageLock.Parse(example).ToJson());
    }

    [Fact]
    public void Page_Renovate_FindsTheImagesOfAWrittenLock()
    {
        var settings = JsonDocument.Parse(FindJson("\"customManagers\"")).RootElement.GetProperty("customManagers")[0];
        var pattern = settings.GetProperty("matchStrings")[0].GetString()!;
        var withPort = Locks.CreateImage("registry.local:5000/team/base:1.2", 'f', Locks.CreatePlatform("linux/amd64", '1'));
        var pinned = Locks.CreateImage($"quay.io/team/pinned@{Locks.CreateDigest('2')}", '2', Locks.CreatePlatform("linux/amd64", '3'));

        var found = Regex.Matches(Locks.Both.With(withPort, pinned).ToJson(), pattern)
            .Select(match => (match.Groups["depName"].Value, match.Groups["currentValue"].Value, match.Groups["currentDigest"].Value));

        Assert.Equal(
            [
                ("docker.io/library/node", "22", Locks.Node.Digest.ToString()),
                ("registry.example.com/ubi9/dotnet-100", "10.0", Locks.DotNet.Digest.ToString()),
                ("registry.local:5000/team/base", "1.2", withPort.Digest.ToString()),
            ],
            found);
        Assert.Matches(settings.GetProperty("managerFilePatterns")[0].GetString()!.Trim('/'), $"src/{ImageLockFile.FileName}");
    }

    [Fact]
    public void Page_EveryName_IsThere()
    {
        var names = Enum.GetNames<ImageLockFailure>()
            .Concat(Enum.GetNames<ImageLockProblemKind>())
            .Concat(typeof(ImageLockDifference).GetNestedTypes().Select(type => type.Name));
        Assert.All(names, name => Assert.Contains($"`{name}`", Page, StringComparison.Ordinal));
    }

    private static string FindJson(string part) =>
        JsonBlock().Matches(Page).Select(match => match.Groups[1].Value).Single(text => text.Contains(part, StringComparison.Ordinal));

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex JsonBlock();
}
