using ImageStreams.Collections;
using ImageStreams.References;

namespace ImageStreams.Manifests;

/// <summary>Reads the text of a lock into its records.</summary>
internal sealed class LockReader
{
    private readonly LockNodes _nodes;

    private LockReader(TextTree tree) => _nodes = new LockNodes(tree);

    /// <summary>Reads a text.</summary>
    /// <exception cref="ImageLockException">The text is not a lock.</exception>
    public static ImageLock Read(string text, string name) => new LockReader(LockSyntax.Read(text, name)).ReadLock();

    private ImageLock ReadLock()
    {
        _nodes.RequireObject(0);
        RequireVersion();
        return new ImageLock
        {
            Schema = _nodes.FindText(0, LockFields.Schema),
            Images = ReadEntries(_nodes.GetField(0, LockFields.Images), ReadImage),
            OtherFields = _nodes.ReadOthers(0, LockFields.Root),
        };
    }

    private void RequireVersion()
    {
        var node = _nodes.GetField(0, LockFields.SchemaVersion);
        var version = _nodes.ReadNumber(node);
        if (version > ImageLock.CurrentSchemaVersion)
        {
            throw LockErrors.NewerVersion(version, _nodes.GetPlace(node));
        }

        if (version < 1)
        {
            throw _nodes.Fail(node, "versions of the format begin with 1");
        }
    }

    /// <summary>Reads the entries of an object, whose keys are names.</summary>
    private ValueList<T> ReadEntries<T>(int node, Func<string, int, T> read)
    {
        _nodes.RequireObject(node);
        var entries = new List<T>();
        foreach (var child in _nodes.GetChildren(node))
        {
            entries.Add(read(_nodes.ReadKey(child), child));
        }

        return entries.ToValueList();
    }

    private LockedImage ReadImage(string tag, int node)
    {
        _nodes.RequireObject(node);
        return new LockedImage
        {
            Tag = tag,
            Path = _nodes.ReadTexts(node, LockFields.Path),
            PullSpec = ReadPullSpec(_nodes.GetField(node, LockFields.PullSpec)),
            Digest = ReadDigest(node),
            MediaType = _nodes.ReadText(_nodes.GetField(node, LockFields.MediaType)),
            Size = _nodes.ReadNumber(_nodes.GetField(node, LockFields.Size)),
            Source = ReadSource(_nodes.GetField(node, LockFields.Source)),
            Mirror = _nodes.FindText(node, LockFields.Mirror),
            Platforms = ReadEntries(_nodes.GetField(node, LockFields.Platforms), ReadPlatform),
            OtherFields = _nodes.ReadOthers(node, LockFields.Image),
        };
    }

    private LockedPlatform ReadPlatform(string platform, int node)
    {
        _nodes.RequireObject(node);
        return new LockedPlatform
        {
            Platform = platform,
            Digest = ReadDigest(node),
            MediaType = _nodes.ReadText(_nodes.GetField(node, LockFields.MediaType)),
            Size = _nodes.ReadNumber(_nodes.GetField(node, LockFields.Size)),
            Created = _nodes.FindTime(node, LockFields.Created),
            Labels = _nodes.ReadTextMap(node, LockFields.Labels),
            OtherFields = _nodes.ReadOthers(node, LockFields.Platform),
        };
    }

    private Digest ReadDigest(int parent)
    {
        var node = _nodes.GetField(parent, LockFields.Digest);
        var text = _nodes.ReadText(node);
        return Digest.TryParse(text, out var digest)
            ? digest
            : throw _nodes.Fail(node, $"'{ObjectNames.Show(text)}' is not a digest, such as sha256: and 64 hexadecimal digits");
    }

    private string ReadPullSpec(int node)
    {
        var text = _nodes.ReadText(node);
        return ImageReference.TryParse(text, out var reference) && reference is { Registry.Length: > 0, Name.Length: > 0 }
            ? text
            : throw _nodes.Fail(node, $"'{ObjectNames.Show(text)}' is not a pull spec, such as registry.example.com/team/image:1.0");
    }

    private LockedImageSource ReadSource(int node) => _nodes.ReadText(node) switch
    {
        "registry" => LockedImageSource.Registry,
        "manifests" => LockedImageSource.Manifests,
        "cluster" => LockedImageSource.Cluster,
        var text => throw _nodes.Fail(node, $"'{ObjectNames.Show(text)}' is none of registry, manifests and cluster"),
    };
}
