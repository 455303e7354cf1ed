using YamlDotNet.Core.Events;

namespace ImageStreams.Manifests;

/// <content>Aliases of values and of keys.</content>
internal sealed partial class YamlTreeReader
{
    private void AddAlias(AnchorAlias alias)
    {
        var place = new TextSpan(_offset + (int)alias.Start.Index, _offset + (int)alias.End.Index);
        var name = alias.Value.Value;
        if (_anchoredKeys.TryGetValue(name, out var key) && !_anchors.ContainsKey(name))
        {
            AddAliasOfKey(place, key);
        }
        else if (!_anchors.TryGetValue(name, out var target))
        {
            throw new TextSyntaxException(ManifestProblemKind.Syntax, place.Start, TextSyntaxTexts.UnknownAnchor);
        }
        else if (!builder.ExpectsKey)
        {
            builder.AddAlias(place, target);
        }
        else
        {
            AddAliasAsKey(place, target);
        }
    }

    /// <summary>Adds an alias of a key, which is no node: its text is repeated.</summary>
    private void AddAliasOfKey(TextSpan place, YamlAnchoredKey key)
    {
        builder.RepeatText(place, key.Text.Length);
        if (builder.ExpectsKey)
        {
            builder.AddKey(place, key.Text);
        }
        else
        {
            builder.AddScalar(key.Style, key.Tag, place, key.Text);
        }
    }

    private void AddAliasAsKey(TextSpan place, int target)
    {
        var node = builder[target];
        if (node.Kind != TextNodeKind.Scalar)
        {
            throw new TextSyntaxException(ManifestProblemKind.Syntax, place.Start, TextSyntaxTexts.KeyIsNoText);
        }

        var text = builder.FindText(target);
        builder.RepeatText(place, text?.Length ?? node.End - node.Start);
        builder.AddKey(place, text ?? GetVerbatim(new TextSpan(node.Start, node.End), node.Style).ToString());
    }
}
