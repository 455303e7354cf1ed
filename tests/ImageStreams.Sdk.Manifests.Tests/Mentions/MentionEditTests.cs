using ImageStreams.Manifests;

namespace ImageStreams.Tests.Manifests.Mentions;

public class MentionEditTests
{
    private const string Digest = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    [Theory]
    [InlineData("Dockerfile", "FROM alpine:3.20 AS a # no comment\n", "FROM alpine:3.20@D AS a # no comment\n")]
    [InlineData("Dockerfile", "from --platform=$P  alpine\r\n", "from --platform=$P  alpine@D\r\n")]
    [InlineData("Dockerfile", "ARG B=x/y:1\nFROM $B\n", "ARG B=x/y:1@D\nFROM $B\n")]
    [InlineData("Dockerfile", "ARG B=\"x/y\" T='1'\nFROM ${B}:${T}\n", "ARG B=\"x/y\" T='1@D'\nFROM ${B}:${T}\n")]
    [InlineData("Dockerfile", "ARG B\nFROM ${B:-x/y:1}\n", "ARG B\nFROM ${B:-x/y:1@D}\n")]
    [InlineData("Dockerfile", "ARG R=q.io\nFROM ${R}/y:1\n", "ARG R=q.io\nFROM ${R}/y:1@D\n")]
    [InlineData("Dockerfile", "FROM x/\\\n  # c\ny:\\\n1 AS a", "FROM x/\\\n  # c\ny:\\\n1@D AS a")]
    [InlineData("Dockerfile", "# syntax=docker/dockerfile:1 \nFROM scratch", "# syntax=docker/dockerfile:1@D \nFROM scratch")]
    [InlineData("Dockerfile", "FROM scratch\nCOPY --from=a/b:1 --chown=0 . .", "FROM scratch\nCOPY --from=a/b:1@D --chown=0 . .")]
    [InlineData("Dockerfile", "FROM scratch\nRUN --mount=from=a:1,type=bind x", "FROM scratch\nRUN --mount=from=a:1@D,type=bind x")]
    [InlineData("compose.yaml", "services: {a: {image: \"x:1\"}}", "services: {a: {image: \"x:1@D\"}}")]
    [InlineData("compose.yaml", "services:\n  a:\n    image: ${X:-x:1} # c", "services:\n  a:\n    image: ${X:-x:1@D} # c")]
    [InlineData("devcontainer.json", "{/* c */\"image\": \"x:1\", // d\n}", "{/* c */\"image\": \"x:1@D\", // d\n}")]
    [InlineData(".github/workflows/a.yml", "jobs: {a: {container: 'x:1'}}", "jobs: {a: {container: 'x:1@D'}}")]
    [InlineData("action.yml", "runs:\n  image: docker://x:1\n", "runs:\n  image: docker://x:1@D\n")]
    [InlineData(".gitlab-ci.yml", "a:\n  services:\n  - x:1\n", "a:\n  services:\n  - x:1@D\n")]
    [InlineData("values.yaml", "image:\n  repository: x\n  tag: 1.20 # c\n", "image:\n  repository: x\n  tag: 1.20@D # c\n")]
    [InlineData("values.yaml", "image:\n  digest: \"\"\n  repository: x\n  tag: v1\n", "image:\n  digest: \"D\"\n  repository: x\n  tag: v1\n")]
    [InlineData("values.yaml", "i: {registry: q, repository: x, tag: v1}\n", "i: {registry: q, repository: x, tag: v1@D}\n")]
    [InlineData("kustomization.yaml", "images:\n- name: x\n  newTag: v1\n", "images:\n- name: x\n  newTag: v1\n  digest: D\n")]
    [InlineData("kustomization.yaml", "images:\n- name: x\n  digest: sha256:0\n", "images:\n- name: x\n  digest: D\n")]
    [InlineData("a.csproj", "<Project><ContainerBaseImage> x:1 </ContainerBaseImage></Project>", "<Project><ContainerBaseImage> x:1@D </ContainerBaseImage></Project>")]
    public void Edit_WithDigest_KeepsTheTagAndEverythingElse(string name, string text, string expected)
    {
        var set = ImageMentionSet.Parse(text, name);

        var after = Assert.Single(set.Edit([Assert.Single(set.Mentions).WithDigest(Digest)])).After;

        Assert.Equal(expected.Replace("@D", "@" + Digest, StringComparison.Ordinal)
            .Replace("digest: D", $"digest: {Digest}", StringComparison.Ordinal)
            .Replace("\"D\"", $"\"{Digest}\"", StringComparison.Ordinal), after);
    }

    [Theory]
    [InlineData("Dockerfile", "FROM a/b:1@sha256:0", "FROM c/d:2")]
    [InlineData("kustomization.yaml", "images:\n- name: x\n  newTag: v1\n  digest: sha256:0", "images:\n- name: x\n  newTag: 2\n  newName: c/d")]
    [InlineData("values.yaml", "image: {repository: x, tag: v1}", "image: {repository: c/d, tag: '2'}")]
    [InlineData("values.yaml", "image: {registry: c, repository: x, digest: 'sha256:0', tag: v1}", "image: {registry: c, repository: d, digest: '', tag: '2'}")]
    public void Edit_WithImage_ReplacesAllParts(string name, string text, string expected)
    {
        var set = ImageMentionSet.Parse(text, name);

        var after = Assert.Single(set.Edit([Assert.Single(set.Mentions).WithImage("c/d:2")])).After;

        Assert.Equal("c/d:2", Assert.Single(ImageMentionSet.Parse(after, name).Mentions).Image);
        Assert.Equal(expected.Replace('\'', '"').Replace("newTag: 2", "newTag: \"2\"", StringComparison.Ordinal), after.Replace('\'', '"'));
    }

    [Theory]
    [InlineData("Dockerfile", "ARG A=x\nARG T=1\nFROM $A:$T", "y:2")]
    [InlineData("Dockerfile", "ARG T=1\nFROM x:$T", "y:2")]
    [InlineData("values.yaml", "i: {registry: q, repository: x, tag: v1}", "r/x:v1")]
    [InlineData("values.yaml", "i: {repository: x, digest: 'sha256:0'}", "x:1")]
    public void Edit_WithAnImageThatIsInSeveralParts_IsRefused(string name, string text, string image)
    {
        var set = ImageMentionSet.Parse(text, name);

        var error = Assert.Throws<ManifestEditException>(() => set.Edit([set.Mentions[0].WithImage(image)]));

        Assert.Equal(ManifestEditFailure.NotSafe, error.Reason);
        Assert.Equal(set.Mentions[0].Place, error.Place);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("a:1\nFROM b")]
    [InlineData("a:")]
    [InlineData("a@")]
    [InlineData("$a")]
    [InlineData("a:1:2")]
    [InlineData("https://a/b")]
    public void Edit_WithNoImageName_IsRefused(string image)
    {
        var set = ImageMentionSet.Parse("FROM alpine:3", "Dockerfile");

        var error = Assert.Throws<ManifestEditException>(() => set.Edit([set.Mentions[0].WithImage(image)]));

        Assert.Equal(ManifestEditFailure.InvalidValue, error.Reason);
    }

    [Fact]
    public void Edit_NameWithAnObstacle_SaysWhy()
    {
        var set = ImageMentionSet.Parse("ARG T\nFROM alpine:$T", "Dockerfile");

        var error = Assert.Throws<ManifestEditException>(() => set.Edit([set.Mentions[0].WithDigest(Digest)]));

        Assert.Equal(ManifestEditFailure.NotSafe, error.Reason);
        Assert.Equal("Dockerfile:2:6: alpine:$T: The variable T has no default in this file; give it one.", error.Message);
    }

    [Fact]
    public void Edit_TwoNamesOfOneVariable_ChangeTogetherOrNotAtAll()
    {
        var set = ImageMentionSet.Parse("ARG B=a:1\nFROM $B AS x\nFROM $B AS y\nFROM z:1", "Dockerfile");

        var one = Assert.Single(set.Edit([set.Mentions[0].WithTag("2")])).After;
        var same = Assert.Single(set.Edit([set.Mentions[0].WithTag("2"), set.Mentions[1].WithTag("2")])).After;
        var error = Assert.Throws<ManifestEditException>(() => set.Edit([set.Mentions[0].WithTag("2"), set.Mentions[1].WithTag("3")]));

        Assert.Equal("ARG B=a:2\nFROM $B AS x\nFROM $B AS y\nFROM z:1", one);
        Assert.Equal(one, same);
        Assert.Equal(ManifestEditFailure.Overlap, error.Reason);
    }

    [Fact]
    public void Edit_NameOfAnotherSet_IsRefused()
    {
        var set = ImageMentionSet.Parse("FROM a:1", "Dockerfile");
        var other = ImageMentionSet.Parse("FROM a:1", "Dockerfile");

        Assert.Throws<ArgumentException>(() => set.Edit([other.Mentions[0].WithTag("2")]));
    }

    [Fact]
    public void Edit_SameImage_ChangesNothing()
    {
        var set = ImageMentionSet.Parse("FROM a:1@sha256:0", "Dockerfile");

        Assert.Empty(set.Edit([set.Mentions[0].WithImage("a:1@sha256:0"), set.Mentions[0].WithDigest("sha256:0")]));
    }
}
